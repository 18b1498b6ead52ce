const setOf = (words: string): ReadonlySet<string> =>
  // An accent left out does not make another word of a longer one.
  new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap((word) => [word, ...(word.length < 4 ? [] : [word.normalize('NFD').replace(/\p{M}/gu, '')])]),
  );

/**
 * Common words by which a language is told from English and from pinyin. `shared` ones are also English words, syllables
 * of pinyin or parts of names, and only count beside sure ones.
 */
export const stopWords: readonly { sure: ReadonlySet<string>; shared: ReadonlySet<string> }[] = [
  // French
  {
    sure: setOf(`je gratuit gratuite taux nous vous ils elle elles est sont êtes sommes suis les des une aux avec dans quel quelle
      quels quelles combien où quand pourquoi puis peut peux pouvons pouvez peuvent dois doit faut
      notre nos votre vos leur qui cette cet ces pas bonjour bonsoir merci beaucoup salut entreprise
      entreprises société acheteur acheteurs été avons avez ont être avoir faire souscrire assuré
      assurée rembourse remboursement quoi aussi très mais donc parce faillite couvre couverts
      couverture demande prix délai crédit française français étranger participer exporté exportons
      adhérer souhaite souhaitons voudrais voulons savoir aide`),
    shared:
      setOf(`le la de du un et en au sur par il on ce se sa son ma mon mes que ne si ou comment assurance
      exportation risques client payer paie plus jour jours qu pour`),
  },
  // Spanish
  {
    sure: setOf(`qué gratuito entiendo porcentaje pago cómo cuál cuáles cuánto cuánta cuántos cuándo dónde quién los las una unos para por está
      están estamos tengo tiene tenemos puedo puede podemos pueden quiero queremos necesito
      necesitamos hola gracias buenos buenas usted ustedes nuestra nuestro nuestros nuestras empresa
      empresas seguro exportación exportaciones crédito póliza comprador compradores cubre cubren
      cobertura pero muy también porque hacer hay ser nos esta este como pagar paga cuesta solicitar
      inscribirse plazo riesgos quiebra días donde cuando cuanto muchas hasta desde participar
      exportamos exporté dólares año ayuda hacemos debo debemos saber información`),
    shared:
      setOf(`el la de del en un es y con mi su al se si lo le que más sin son no me ha he te sobre ya cliente
      día`),
  },
  // German
  {
    sure: setOf(`ich kostenlos prämie verstehe wir sie ihr nicht ist sind und oder wie wieviel viel welche welcher welches warum wann
      können kann für über unser unsere unseren unserer mein meine der das dem ein eine einen einem
      einer auf mit von zum zur haben habe wird werden wurde muss müssen möchte möchten guten danke
      hallo bitte wenn dass auch noch nur nach versicherung firma unternehmen käufer kosten zahlt
      zahlen deckt gedeckt versichert anmelden beantragen wer gibt kostet sich aus bis keine kein
      ausfuhr kunde exportiert teilnehmen mitmachen frage jahr letztes brauche brauchen wollen hilfe`),
    shared: setOf(`die was so an in war man bei wo am den also im um er dann des tag hoch will zu es hat`),
  },
  // Italian
  {
    sure: setOf(`gratuito posso possiamo può possono quanto quanta quanti quali quale quando perché gli della delle degli
      nella nel nelle sono siamo una è ho abbiamo hanno vorrei vorremmo ciao buongiorno buonasera
      grazie azienda aziende impresa assicurazione esportazione esportazioni nostro nostra nostri più
      cosa anche questo questa questi dobbiamo devo bisogna pagare paga chiedere rischi coperti copre
      copertura fallisce giorni cliente credito polizza iscriversi aderire dall dal alla alle sulla
      mio mia acquirente iscrivermi iscriverci partecipare domanda aiuto esportato sapere capito mille
      dollari firmare`),
    shared:
      setOf(`il lo la le di da in con per non come che chi un si se ci ne al del ha fa mi ma i costa dove
      dell`),
  },
  // Portuguese
  {
    sure: setOf(`gratuito grátis prêmio posso pode podemos podem quanto quanta quantos quais qual onde quando não para uma nosso nossa
      nossos empresa empresas seguro exportação exportações você vocês obrigado obrigada olá são está
      estão estamos por pelo pela das nos meu minha preciso precisamos tem temos fazer também mais
      isso isto como quem porque crédito apólice comprador cobre cobertura riscos pagar paga custa
      dias prazo inscrever aderir boa tarde até se à participar exportamos dólares fazemos ajuda saber
      devo dinheiro`),
    shared: setOf(`o a os as de do da em um e que no na ao dia é foi ser sem se sobre já ou com bom dos`),
  },
  // Vietnamese as typed without its marks
  {
    sure: setOf(`không miễn khong duoc nguoi muon nhung hiem xuat khau toan duong tham giup biet chung nhieu nhieu doanh
      nghiep hoi nhu cua`),
    shared: setOf(`toi cong ty la co cho phi gi mua the nao ban lam thanh va xin chao bao rui`),
  },
];

export const englishWords =
  setOf(`the of to and is are was were be been being am do does did done how what when where which who
      whom why can could will would shall should may might must i we you they he she it my our your
      their his her its us them me if for from with by at on in as or an this that these those there
      here have has had not no yes any some all about after before into out up so than then but
      because also only just more most much many long too very please pls thanks thank hello hi want
      need get got give take make know tell ask help say see go goes pay paid pays apply join don
      doesn didn isn aren won cannot ll ve re company buyer buyers customer payout money find does
      anyone someone much back lost under over within without while until during between our per each
      other another new same still explain show check cover covered covers insured insurance premium
      ratio limit term credit`);
