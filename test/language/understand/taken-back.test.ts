import { saysAll } from './reading.js';

describe('What is taken back', () => {
  it('does not count where it was written by mistake, in whatever order', () => {
    saysAll([
      ['en', "I put Azure in my first message by mistake, it's Power BI seats", 'service=license'],
      ['en', 'I ticked indirect reseller by accident, we are the distributor', 'partner=indirectProvider'],
      ['ru', 'В первом сообщении я по ошибке указал Azure, речь о Power BI', 'service=license'],
      ['ru', 'Я отметил непрямого реселлера по ошибке, мы дистрибьютор', 'partner=indirectProvider'],
      ['zh-CN', '第一条里我误写成Azure了，其实是Power BI的席位', 'service=license'],
      ['pt-BR', 'Marquei revenda indireta sem querer, somos distribuidor', 'partner=indirectProvider'],
      [
        'pt-BR',
        'Na primeira mensagem coloquei Azure por engano, são licenças de Power BI',
        'service=license',
      ],
      ['hu', 'Az első üzenetben tévedésből Azure-t írtam, Power BI licencekről van szó', 'service=license'],
    ]);
  });

  it('does not count where it is another customer', () => {
    saysAll([
      [
        'en',
        "Forget what I said about GCC High, that's another customer. This one is on the ordinary commercial cloud.",
        'cloud=public',
      ],
      [
        'ru',
        'Про GCC High забудьте, это другой клиент. У этого обычное коммерческое облако.',
        'cloud=public',
      ],
      ['zh-CN', 'GCC High那个别管了，是另一个客户，这个客户用的是普通商业云', 'cloud=public'],
      ['pt-BR', 'Esqueçam o GCC High, é outro cliente. Este usa a nuvem comercial comum.', 'cloud=public'],
      [
        'hu',
        'A GCC High-t felejtsd el, az egy másik ügyfél. Ez a sima kereskedelmi felhőn van.',
        'cloud=public',
      ],
    ]);
  });

  it('does not count beside what is said here, where it was said before or stands in a note', () => {
    saysAll([
      [
        'en',
        'My note says indirect EA. The contract says direct, so go with direct.',
        'seller=enterpriseAgreement, enrollment=direct',
      ],
      ['en', 'My note says indirect EA.', 'seller=enterpriseAgreement, enrollment=indirect'],
      ['en', 'The ticket says it is suspended', 'state=suspended'],
      [
        'ru',
        'В заметке стоит непрямой EA, в договоре прямой, верьте договору',
        'seller=enterpriseAgreement, enrollment=direct',
      ],
      ['zh-CN', '上封邮件写的是legacy，三月份已经换成NCE了', 'licensePlatform=newCommerce'],
      [
        'pt-BR',
        'No e-mail anterior pus legado, mas em março migraram para NCE',
        'licensePlatform=newCommerce',
      ],
      ['hu', 'Az előző levélben legacyt írtam, de márciusban átálltak NCE-re', 'licensePlatform=newCommerce'],
    ]);
  });

  it('is what was wanted first, where something else is wanted now', () => {
    saysAll([
      [
        'en',
        'They first wanted us to take over the billing, now they only want us to run the tenant',
        'goal=support',
      ],
      [
        'ru',
        'Сначала хотели, чтобы мы забрали биллинг, теперь просят только администрировать',
        'goal=support',
      ],
      ['zh-CN', '客户一开始想把账单转给我们，现在只要我们帮忙管理', 'goal=support'],
      [
        'pt-BR',
        'No começo queriam que a gente assumisse o faturamento, agora só querem que a gente administre',
        'goal=support',
      ],
      [
        'hu',
        'Először azt akarták, hogy vegyük át a számlázást, most már csak üzemeltetést kérnek',
        'goal=support',
      ],
    ]);
  });

  it('is a relationship that there is, where the invitation is still open', () => {
    saysAll([
      ['en', 'Relationship exists. Hmm, just looked, the invitation is still pending.', 'relationship=no'],
      ['zh-CN', '经销商关系有了。嗯，看了下，邀请还没接受', 'relationship=no'],
      [
        'pt-BR',
        'O relacionamento existe. Hum, acabei de olhar, o convite ainda está pendente',
        'relationship=no',
      ],
    ]);
  });

  it('is what was so until then', () => {
    saysAll([
      ['zh-CN', '先是EA，一月起是MCA-E', 'seller=mcaEnterprise'],
      ['hu', 'Péntekig próbaverzió volt, azóta kifizették, most aktív', 'state=active'],
      ['zh-CN', '上周五之前还是试用，之后付了钱，现在是正常的', 'state=active'],
    ]);
  });
});
