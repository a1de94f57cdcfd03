import type { EditionId, Role, Verdict } from '../../src/policy/edition.js';
import type { CautionId, LinkId, ReasonId, StepId } from '../../src/policy/editions/registry.js';
import type { FactId, OptionId } from '../../src/policy/facts.js';
import type { PageId } from '../../src/policy/pages.js';

/** What of an edition carries a statement of its article. */
export type Carrier =
  /** A rule that decides so. */
  | { readonly kind: 'decides'; readonly rule: string; readonly verdict: Verdict }
  /** A rule that gives a reason, a step, a caution or a link. */
  | ({
      readonly rule: string;
      /** What the English words of it must speak of, where several statements share one text. */
      readonly words?: RegExp;
    } & (
      | { readonly kind: 'reason'; readonly id: ReasonId }
      | { readonly kind: 'step'; readonly id: StepId }
      | { readonly kind: 'caution'; readonly id: CautionId }
      | { readonly kind: 'link'; readonly id: LinkId }
    ))
  /** A rule that holds for every one of these sellers. */
  | { readonly kind: 'sellers'; readonly rule: string; readonly sellers: readonly OptionId<'seller'>[] }
  /** A role printed beside every step of the partner's. */
  | { readonly kind: 'role'; readonly role: Role }
  /** A cloud the edition answers for. */
  | { readonly kind: 'cloud'; readonly cloud: OptionId<'cloud'> }
  /** An option of a fact that makes a difference. */
  | { readonly kind: 'option'; readonly fact: FactId; readonly option: OptionId }
  /** The citation of the article itself. */
  | {
      readonly kind: 'article';
      readonly page: PageId;
      readonly date?: string;
      readonly translated?: string;
    };

/** One thing that an article says, in our own words, and what carries it. */
export interface Statement {
  /** The file of the article among the five this product was specified by. */
  readonly file: string;
  readonly edition: EditionId;
  /** The key of the citation that names the section it stands in. */
  readonly section: string;
  readonly says: string;
  readonly carriedBy: readonly Carrier[];
}

type Line = Pick<Statement, 'section' | 'says' | 'carriedBy'>;

function line(section: string, says: string, ...carriedBy: readonly Carrier[]): Line {
  return { section, says, carriedBy };
}

const decides = (rule: string, verdict: Verdict): Carrier => ({ kind: 'decides', rule, verdict });
const reason = (rule: string, id: ReasonId, words?: RegExp): Carrier => ({
  kind: 'reason',
  rule,
  id,
  ...(words === undefined ? {} : { words }),
});
const step = (rule: string, id: StepId, words?: RegExp): Carrier => ({
  kind: 'step',
  rule,
  id,
  ...(words === undefined ? {} : { words }),
});
const caution = (rule: string, id: CautionId, words: RegExp): Carrier => ({
  kind: 'caution',
  rule,
  id,
  words,
});
const link = (rule: string, id: LinkId): Carrier => ({ kind: 'link', rule, id });
const sellers = (rule: string, ...all: readonly OptionId<'seller'>[]): Carrier => ({
  kind: 'sellers',
  rule,
  sellers: all,
});
const role = (id: Role): Carrier => ({ kind: 'role', role: id });
const cloud = (id: OptionId<'cloud'>): Carrier => ({ kind: 'cloud', cloud: id });
const option = (fact: FactId, id: OptionId): Carrier => ({ kind: 'option', fact, option: id });

/** Title and dates of the global article, as its metadata give them. */
function globalHead(date: string, translated: string): readonly Line[] {
  const article = (values: object): Carrier => ({ kind: 'article', page: 'multichannel', ...values });
  return [
    line('whenItApplies', 'The page is the one on multi-channel support in Partner Center.', article({})),
    line('whenItApplies', 'The page bears this date.', article({ date })),
    line('whenItApplies', 'The translation was handed over on this day.', article({ translated })),
  ];
}

const appliesTo: readonly Line[] = [
  line('appliesTo', 'Applies to Partner Center.', cloud('public')),
  line('appliesTo', 'Applies to Partner Center for Microsoft Cloud for US Government.', cloud('usGov')),
  line(
    'appliesTo',
    'No other cloud is listed; Partner Center operated by 21Vianet has an article of its own.',
    decides('cloud.notCovered', 'confirm'),
    step('cloud.notCovered', 'useVianetEdition'),
  ),
];

/** What the global article says alike in 2019 and in 2020. Where translations differ, the meant reading. */
const globalBody: readonly Line[] = [
  line(
    'whenItApplies',
    'Description: a customer may want to hire you to provision and support a subscription bought elsewhere.',
    option('goal', 'support'),
    decides('license.qualifies', 'eligible'),
    reason('purpose', 'hiredToProvisionOrSupport', /provision or support/),
  ),
  line(
    'whenItApplies',
    'Introduction: the feature is for customers who hire a partner to manage and support a purchase from elsewhere.',
    option('goal', 'support'),
    option('seller', 'microsoft'),
    decides('license.qualifies', 'eligible'),
  ),
  line(
    'whenItApplies',
    'It applies when the customer bought directly from Microsoft.',
    reason('seller.microsoft', 'boughtFromMicrosoft'),
    sellers('license.qualifies', 'microsoft'),
    sellers('usage.otherChannel', 'microsoft'),
  ),
  line(
    'whenItApplies',
    'It applies when the customer bought through the Advisor program.',
    reason('seller.advisor', 'boughtThroughAdvisor'),
    reason('seller.ownAdvisor', 'boughtFromYouAsAdvisor'),
    sellers('license.qualifies', 'advisor', 'ownAdvisor'),
  ),
  line(
    'whenItApplies',
    'It applies when the customer bought through the Open program.',
    reason('seller.volumeLicensing', 'boughtThroughOpen'),
    sellers('license.qualifies', 'volumeLicensing'),
  ),
  line(
    'whenItApplies',
    'It applies when the customer bought under an Enterprise Agreement.',
    reason('seller.enterpriseAgreement', 'boughtUnderEnterpriseAgreement'),
    sellers('license.qualifies', 'enterpriseAgreement'),
  ),
  line(
    'whenItApplies',
    'It applies when the customer bought from a third party that is not in the CSP program …',
    reason('seller.otherReseller', 'boughtFromSellerOutsideCsp'),
    reason('seller.formerCspPartner', 'boughtFromSellerOutsideCsp'),
    sellers('license.qualifies', 'otherReseller', 'formerCspPartner'),
    reason('seller.cspPartner', 'sellerIsInCsp'),
    sellers('license.excluded', 'cspPartner'),
  ),
  line(
    'whenItApplies',
    '… and that is not a Microsoft Syndication Partner either.',
    reason('seller.syndicationPartner', 'sellerIsSyndicationPartner'),
    decides('license.excluded', 'notEligible'),
    sellers('license.excluded', 'syndicationPartner'),
  ),
  line(
    'whenItApplies',
    'Existing licence-based subscriptions cannot be switched to another CSP partner.',
    decides('license.takeOver', 'notEligible'),
    reason('license.takeOver', 'licensesCannotSwitch'),
    sellers('license.takeOver', 'cspPartner', 'syndicationPartner'),
  ),
  line(
    'whenItApplies',
    'Before moving, the customer waits until the end of the subscription period …',
    step('license.takeOver', 'waitOrCancel', /end of the term/),
    step('license.moveAfterwards', 'waitOrCancel', /end of the term/),
    decides('license.moveAfterwards', 'otherRoute'),
    reason('license.moveAfterwards', 'licensesMoveAfterTheirEnd', /can buy from you/),
    sellers('license.moveAfterwards', 'enterpriseAgreement', 'microsoft', 'otherReseller'),
  ),
  line(
    'whenItApplies',
    '… or cancels.',
    step('license.takeOver', 'waitOrCancel', /cancel/),
    step('license.moveAfterwards', 'waitOrCancel', /cancel/),
  ),
  line(
    'licenseRow',
    'Licence-based services have a row of their own.',
    option('service', 'license'),
    decides('license.qualifies', 'eligible'),
  ),
  line(
    'licenseRow',
    'To support them you must ask the customer for permission to manage its subscriptions.',
    step('license.qualifies', 'askPermission', /permission/),
  ),
  line(
    'licenseRow',
    'How: see the page on requesting a reseller relationship with a customer.',
    link('license.qualifies', 'requestRelationship'),
  ),
  line(
    'usageRow',
    'Usage-based services have a row of their own.',
    option('service', 'usage'),
    decides('usage.otherChannel', 'eligible'),
  ),
  line(
    'usageRow',
    'Its first case: the customer already has Azure from another channel, such as Advisor, Open or EA.',
    sellers('usage.otherChannel', 'advisor', 'volumeLicensing', 'enterpriseAgreement'),
  ),
  line(
    'usageRow',
    'You create a new Azure subscription in Partner Center.',
    step('usage.otherChannel', 'createAzureSubscription', /new Azure subscription .* Partner Center/),
  ),
  line(
    'usageRow',
    'You type in the details of the subscription by hand.',
    step('usage.otherChannel', 'enterDetails', /by hand/),
  ),
  line(
    'usageRow',
    'Then the individual services are cancelled …',
    step('usage.cancelOld', 'cancelOldAzure', /services/),
  ),
  line('usageRow', '… or the whole subscription.', step('usage.cancelOld', 'cancelOldAzure', /whole/)),
  line(
    'usageRow',
    'Azure CSP can coexist with other channels.',
    reason('usage.coexist', 'azureCoexists'),
    reason('usage.besideFormerPartner', 'azureCoexists'),
    sellers('usage.coexist', 'advisor', 'volumeLicensing', 'enterpriseAgreement', 'microsoft'),
  ),
  line(
    'usageRow',
    'Its second case: Azure from another partner can be switched to the new partner.',
    decides('usage.otherPartner', 'otherRoute'),
    reason('usage.otherPartner', 'azureCanSwitch'),
    step('usage.otherPartner', 'switchAzure', /new partner/),
    step('usage.formerPartner', 'switchAzure'),
  ),
  line(
    'usageRow',
    'How: see the page on switching Azure subscriptions to a different partner.',
    link('usage.otherPartner', 'switchAzure'),
    link('usage.formerPartner', 'switchAzure'),
  ),
  line(
    'important',
    'A CSP partner cannot currently resell online services to another CSP partner.',
    decides('goal.resell', 'notEligible'),
    reason('goal.resell', 'noResale'),
  ),
  line(
    'important',
    'Microsoft continually reviews the policies and capabilities of all programs.',
    caution('goal.resell', 'policyMayChange', /reviews its programs/),
  ),
  line(
    'important',
    'Announcements come through the usual channels …',
    caution('goal.resell', 'policyMayChange', /usual channels/),
  ),
  line(
    'important',
    '… Partner Center among them.',
    caution('goal.resell', 'policyMayChange', /Partner Center/),
  ),
  line(
    'seeAlso',
    'See the page on working with other partners.',
    link('seeAlso.workWithOthers', 'workWithOthers'),
  ),
  line(
    'seeAlso',
    'If you are an indirect reseller, see the page on partnering with indirect providers.',
    link('seeAlso.indirectReseller', 'resellerTasks'),
  ),
  line(
    'seeAlso',
    'If you are an indirect provider, see the page on partnering with indirect resellers.',
    link('seeAlso.indirectProvider', 'providerTasks'),
  ),
];

/** The Hungarian article adds the roles that may do this. */
const roles: readonly Line[] = [
  line(
    'roles',
    'Appropriate role: global administrator.',
    role('globalAdmin'),
    caution('roles', 'rolesForEveryStep', /Each of your steps .* one of them/),
  ),
  line(
    'roles',
    'Appropriate role: user administrator.',
    role('userAdmin'),
    caution('roles', 'rolesForEveryStep', /User admin/),
  ),
  line(
    'roles',
    'Appropriate role: sales agent.',
    role('salesAgent'),
    caution('roles', 'rolesForEveryStep', /Sales agent/),
  ),
];

const vianetArticle = (values: object): Carrier => ({
  kind: 'article',
  page: 'vianetMultichannel',
  ...values,
});

const vianet: readonly Line[] = [
  line(
    'whenItApplies',
    'The page is the one on multi-channel in Partner Center operated by 21Vianet.',
    vianetArticle({}),
  ),
  line('whenItApplies', 'The page bears this date.', vianetArticle({ date: '2018-10-29' })),
  line(
    'whenItApplies',
    'The translation was handed over on this day.',
    vianetArticle({ translated: '2019-03-05' }),
  ),
  line(
    'whenItApplies',
    'Description: for customers who bought through other channels and hire you to provision or support.',
    option('goal', 'support'),
    decides('license.qualifies', 'eligible'),
    reason('purpose', 'hiredToProvisionOrSupport', /provision or support/),
  ),
  line('appliesTo', 'Applies to Partner Center operated by 21Vianet …', cloud('china')),
  line(
    'appliesTo',
    '… and to nothing else.',
    decides('cloud.notCovered', 'confirm'),
    step('cloud.notCovered', 'useGlobalEdition'),
  ),
  line(
    'whenItApplies',
    'Some customers want you to handle the whole lifecycle: sales, provisioning, support and renewal. ' +
      'That is named only as the contrast: the article does not say how to take it over, and the page it sends to ' +
      'says that the relationship does not.',
    option('goal', 'takeOver'),
    option('goal', 'resell'),
    decides('goal.takeOver', 'notEligible'),
    decides('goal.silent', 'confirm'),
    reason('goal.silent', 'goalNotInArticle'),
  ),
  line(
    'whenItApplies',
    'In many cases customers buy elsewhere and want to hire you to provision or support.',
    option('goal', 'support'),
    decides('license.qualifies', 'eligible'),
  ),
  line(
    'whenItApplies',
    'It applies when the customer has bought from 21Vianet …',
    decides('license.qualifies', 'eligible'),
    reason('seller.vianet', 'boughtFromVianet'),
    sellers('license.qualifies', 'vianet'),
  ),
  line(
    'whenItApplies',
    '… or from you when you were in the Advisor program, and you are now in CSP.',
    reason('seller.ownAdvisor', 'boughtFromYouAsAdvisor'),
    sellers('license.qualifies', 'ownAdvisor'),
  ),
  line(
    'whenItApplies',
    'No other purchase is named.',
    decides('seller.other', 'notEligible'),
    reason('seller.other', 'onlyTwoSellersInChina'),
    sellers('seller.other', 'microsoft', 'enterpriseAgreement', 'volumeLicensing', 'otherReseller'),
  ),
  line(
    'licenseRow',
    'Licence-based services have a row; usage-based services have none.',
    option('service', 'license'),
    decides('usage.silent', 'confirm'),
    reason('usage.silent', 'noUsageInChina'),
  ),
  line(
    'licenseRow',
    'To support them you must ask the customer for permission to manage its subscriptions.',
    step('license.directBill', 'askPermission', /permission/),
  ),
  line(
    'licenseRow',
    'How: see the page on requesting a relationship with a customer.',
    link('license.qualifies', 'vianetRequestRelationship'),
  ),
  line(
    'indirectPartners',
    'The indirect partner creates the invitation, from the link in Partner Center …',
    step('indirect.provider', 'createInvitation', /link in Partner Center/),
  ),
  line(
    'indirectPartners',
    '… and sends it to the customer directly, or to its resellers who send it on.',
    step('indirect.provider', 'sendInvitation', /yourself, or let your reseller/),
  ),
  line(
    'indirectPartners',
    'Resellers of an indirect partner cannot create invitations of their own …',
    reason('indirect.reseller', 'resellersCannotInvite'),
  ),
  line(
    'indirectPartners',
    '… they must use the one of their indirect partner.',
    step('indirect.reseller', 'useProviderInvitation', /from your indirect provider/),
  ),
  line(
    'indirectPartners',
    'The indirect partner owns the reseller relationship, ' +
      'but the customer can grant delegated admin privileges to another reseller for provisioning or support.',
    reason('indirect.ownership', 'providerOwnsRelationship'),
    caution('relationship.oneDelegate', 'onePartnerPerServiceInChina', /grant rights to another reseller/),
  ),
  line('seeAlso', 'See the page on working with other partners.', link('seeAlso', 'vianetWorkWithOthers')),
  line('seeAlso', 'See the page on multi-partner.', link('seeAlso', 'vianetMultipartner')),
];

function ofArticle(file: string, edition: EditionId, lines: readonly Line[]): readonly Statement[] {
  return lines.map((each) => ({ file, edition, ...each }));
}

const of2019 = [...globalHead('2019-03-15', '2019-11-19'), ...appliesTo, ...globalBody];
const of2020 = [...globalHead('2020-06-17', '2020-07-15'), ...appliesTo, ...roles, ...globalBody];

/** Every statement of the five articles. */
export const STATEMENTS: readonly Statement[] = [
  ...ofArticle('000_754e41411f8ef213.txt', '2019-03', of2019),
  ...ofArticle('001_880b29b40a47b2ef.txt', '2019-03', of2019),
  ...ofArticle('002_d6ed0672a88bf3bc.txt', '2019-03', of2019),
  ...ofArticle('003_2bc6a13321fb8b93.txt', '2020-06', of2020),
  ...ofArticle('004_072937a7329ce211.txt', '2018-10-21vianet', vianet),
];

/** How many statements each article makes: one that is left out is missed. */
export const COUNTS: Readonly<Record<string, number>> = {
  '000_754e41411f8ef213.txt': 36,
  '001_880b29b40a47b2ef.txt': 36,
  '002_d6ed0672a88bf3bc.txt': 36,
  '003_2bc6a13321fb8b93.txt': 39,
  '004_072937a7329ce211.txt': 21,
};

const GLOBAL_BEYOND = {
  'partner.notInCsp': 'Partner Center is for CSP partners: who is not one cannot use its feature',
  'seller.vianet': '21Vianet sells only in its own cloud: the answers contradict one another',
  'service.other': 'the article speaks of licences and of what is billed by use, and of nothing else',
  'usage.besideOtherPartner': 'nothing is switched where the asker only adds something beside it',
  'license.supportMeanwhile': 'what the qualifying purchase allows while the licences cannot be switched',
} as const;

/** Rules of the seed editions that follow from an article without being a sentence of it, and why. */
export const BEYOND: Readonly<Partial<Record<EditionId, Readonly<Record<string, string>>>>> = {
  '2019-03': GLOBAL_BEYOND,
  '2020-06': GLOBAL_BEYOND,
  '2018-10-21vianet': {
    'partner.notInCsp': 'Partner Center is for CSP partners: who is not one cannot use its feature',
    'enrollment.own': 'from the archived enrolment page: the program is one of its own',
    'license.accept': 'from the archived relationship page: the customer accepts',
    'relationship.limits': 'from the archived relationship page, which the article sends to',
    'service.other': 'the article speaks of licences only',
    'edition.archived': 'the article is archived and has no known successor',
  },
};
