//! Text that every title and every note is read after, so that short ones need
//! not learn from nothing how texts look.
//!
//! Links depend on every character of it: it never changes.

/// Texts in the manner and the languages of what people write down.
pub(super) const PRIMER: [&str; 13] = [
    "Backend for the shop",
    "Go or Node.js?",
    "Payments API",
    "Why we chose this: the team knows it, and it is the option that fits our work best.",
    "We will decide again when there are more users, more services or other people on the \
     team. What would change it: if we need to hire, if the budget is smaller, or if latency \
     under load matters most.",
    "The service has to be in production by the end of the year; it should be simple to run, \
     to test and to deploy with Docker, Kubernetes and PostgreSQL. TypeScript on the front, a \
     gateway and the queue between them. 2024, 2025, 2026: 10%, 50 ms, 100,000 connections. \
     See https://www.example.com/issues/1 (from Anna, 12 March).",
    "- not sure about this\n- to be done\n\nRisks:\n1. Performance\n2. Maintenance",
    "Das Team hat sich für diese Lösung entschieden, weil wir sie schon kennen und nicht \
     alles neu schreiben möchten. Die Kosten für den Betrieb sind gering; über die \
     Schnittstelle müssen wir noch einmal sprechen, wenn die Entscheidung ansteht. \
     Außerdem: Größe, Qualität, Wartung.",
    "Nous avons choisi cette option parce que l’équipe la connaît déjà ; les coûts \
     sont à vérifier après la première mise en œuvre.",
    "El equipo ya conoce esta opción y los costes son más bajos; también habrá que \
     revisar la decisión el próximo año.",
    "Мы выбрали этот вариант, потому что команда его \
     уже знает и не нужно переписывать всё заново. \
     Если нагрузка вырастет, решение надо будет \
     пересмотреть; это также зависит от того, кого \
     можно нанять и сколько стоит поддержка.",
    "我们选择这个方案，因为团队已经熟悉它；如果用户数量增加，再重新考虑。",
    "このサービスはチームがすでに知っている言語で作ります。",
];

/// The 2,047 most frequent Chinese characters, the most frequent first, as
/// counted over the word list of jieba 0.42.1.
pub(super) const HANZI: &str = include_str!("hanzi.txt");
