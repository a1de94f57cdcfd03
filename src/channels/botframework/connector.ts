import type { Activity, TurnContext as Context } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { CLOUDS, type Cloud } from '../../clouds/clouds.js';
import { isServiceAddress, LOOPBACK_HOSTS, type ServiceHosts } from '../../clouds/service-hosts.js';
import { repaired } from './activity-check.js';
import { botAuthentication } from './bot-authentication.js';
import { ActivityTypes, CloudAdapterBase, INVOKE_RESPONSE_KEY, TurnContext } from './botbuilder.js';
import type { Identity } from './identity.js';
import { keptClients } from './kept-clients.js';
import { retryingAuthentication } from './retrying-connector.js';
import { hasValidSignature } from './signature.js';
import { KeysUnavailable, type KeyTimes } from './signing-keys.js';
import { type Reason, tokenProblem } from './token-gate.js';

/** What goes back over HTTP: a status, and a body where there is one. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Why the caller was not believed, for the log. Set exactly when the request was refused before the turn. */
  readonly refused?: Reason;
}

export interface ConnectorOptions {
  /** Undefined switches authentication off: botbuilder accepts every caller without an app id. */
  readonly identity: Identity | undefined;
  readonly cloud?: Cloud;
  /** Hosts that may be answered at. */
  readonly serviceHosts?: ServiceHosts;
  readonly keyTimes?: KeyTimes | undefined;
}

const FOREIGN_HOST =
  'The serviceUrl is not one that this bot answers at. Name its host in SERVICE_HOSTS if it should.';
const NOT_BELIEVED = 'The token of this request is not one that this bot accepts.';

/** Without credentials botbuilder tells one caller from all others: the Emulator, where it speaks as another bot. */
function isEmulatedSkill({ channelId, recipient }: Activity): boolean {
  return channelId === 'emulator' && recipient?.role === 'skill';
}

/** What goes back in the response itself, if anything. */
function answerIn({ activity, bufferedReplyActivities, turnState }: Context): HttpAnswer {
  if (activity.deliveryMode === 'expectReplies')
    return { status: 200, body: { activities: bufferedReplyActivities } };
  if (activity.type !== ActivityTypes.Invoke) return { status: 200 };
  const outcome: { readonly value: HttpAnswer } | undefined = turnState.get(INVOKE_RESPONSE_KEY);
  return outcome === undefined ? { status: 501 } : { status: outcome.value.status, body: outcome.value.body };
}

function refusal(status: 401 | 403, refused: Reason): HttpAnswer {
  const [code, message] = status === 403 ? ['Forbidden', FOREIGN_HOST] : ['Unauthorized', NOT_BELIEVED];
  return { status, body: { error: { code, message } }, refused };
}

/**
 * Azure Bot Service: activities by HTTP. In place of `CloudAdapter.process`, which tells callers the text of
 * every error and prints it: what went wrong goes to the log, and callers get a status.
 */
export class Connector extends CloudAdapterBase {
  readonly #identity: Identity | undefined;
  readonly #cloud: Cloud;
  readonly #serviceHosts: ServiceHosts;
  /** Who everybody is where there are no credentials: botbuilder decides that anew for each request, in nine promises. */
  #anybody: Promise<AuthenticateRequestResult> | undefined;
  /** Whom the bot's own tokens are for. */
  readonly audience: string;

  constructor({
    identity,
    cloud = CLOUDS.public,
    serviceHosts = LOOPBACK_HOSTS,
    keyTimes,
  }: ConnectorOptions) {
    super(keptClients(retryingAuthentication(botAuthentication(identity, cloud, keyTimes))));
    this.#identity = identity;
    this.#cloud = cloud;
    this.#serviceHosts = serviceHosts;
    this.audience = cloud.audience;
  }

  /** Whether the bot may answer at this address. */
  mayAnswerAt(address: string): boolean {
    return isServiceAddress(address, this.#serviceHosts);
  }

  /**
   * Sends a message into a conversation without a turn. Rejects with `DeliveryError`, or with whatever the service said.
   * @param serviceUrl one of `mayAnswerAt`
   */
  async sendTo(serviceUrl: string, conversation: string, activity: Partial<Activity>): Promise<void> {
    const identity = this.createClaimsIdentity(this.#identity?.appId ?? '');
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const client = await factory.create(serviceUrl, this.audience);
    // botbuilder's type wants every field that any activity may have; the service fills them in.
    await client.conversations.sendToConversation(conversation, activity as Activity);
  }

  /** Who sends this, or why it is not believed. Rejects when the keys cannot be had. */
  async #authenticate(
    authorization: string,
    activity: Activity,
  ): Promise<AuthenticateRequestResult | { readonly refused: Reason }> {
    const { channelId, serviceUrl } = activity;
    if (this.#identity === undefined && !isEmulatedSkill(activity)) {
      this.#anybody ??= this.botFrameworkAuthentication.authenticateRequest(activity, '');
      return this.#anybody;
    }
    const presented = { authorization, channelId, serviceUrl };
    const problem = this.#identity && tokenProblem(presented, this.#identity, this.#cloud);
    if (problem !== undefined) return { refused: problem };
    if (this.#identity !== undefined && !(await hasValidSignature(authorization, this.#cloud))) {
      return { refused: 'signature' };
    }
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      // Not the caller's fault. Anything else about a token is.
      if (error instanceof KeysUnavailable) throw error;
      return { refused: 'signature' };
    }
  }

  /**
   * In place of `processActivity`, with what it does for every bot and no turn here uses left out: the client for people
   * who sign in, a proxy around the context through which all of a turn would go, and middleware, of which there is none.
   */
  async #turn(
    { audience = this.audience, callerId, connectorFactory }: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: Context) => Promise<void>,
  ): Promise<HttpAnswer> {
    // Also where it is nobody: whoever sends the activity must not say.
    Object.assign(activity, { callerId });
    const client = await connectorFactory?.create(activity.serviceUrl, audience);
    const context = new TurnContext(this, activity);
    context.turnState.set(this.ConnectorClientKey, client);
    await logic(context);
    return answerIn(context);
  }

  /** Runs one turn for a body that `activityProblem` found nothing wrong with. Rejects with what the turn threw. */
  async receive(
    authorization: string,
    body: Activity,
    logic: (context: Context) => Promise<void>,
  ): Promise<HttpAnswer> {
    // Before anything else: an answer, and a token with it, would go wherever the activity says.
    const { serviceUrl } = body;
    if (typeof serviceUrl === 'string' && serviceUrl !== '' && !this.mayAnswerAt(serviceUrl)) {
      return refusal(403, 'service address');
    }
    const activity = repaired(body);
    const sender = await this.#authenticate(authorization, activity);
    if ('refused' in sender) return refusal(401, sender.refused);
    // What a turn throws is never taken for a refusal, whatever status its error has.
    return this.#turn(sender, activity, logic);
  }
}
