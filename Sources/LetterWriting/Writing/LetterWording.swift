import CivilCalendar
import ContactRouting
internal import Texts

/// The words that a letter to a merchant or a seller takes from the program, in the language it is written in.
///
/// Templates hold the sentences; here are the phrases that depend on the facts.
struct LetterWording: Bilingual {
    let language: Language

    init(_ language: Language) { self.language = language }

    private var formats: Formats { Formats(language) }

    // MARK: Dates, sums and counts

    /// A line never ends inside an English date; the typesetter sees to French ones.
    func date(_ day: CivilDay) -> String {
        switch language {
        case .french: formats.date(day)
        case .english: EnglishPhrases.date(day)
        }
    }

    func money(_ money: Money) -> String { formats.money(money) }
    func percent(_ percent: Int) -> String { say("\(percent)\u{A0}%", "\(percent)%") }
    /// `6 jours`, `6 days`.
    func days(_ count: Int) -> String { formats.length(.days(count)) }
    /// The subject as a letter shows it.
    func subjectLine(_ subject: String) -> String { say("Objet : \(subject)", "Subject: \(subject)") }
    /// Ends an item of a list that goes on.
    var semicolon: String { say(" ;", ";") }

    // MARK: Phrases

    /// How a contact took place; nil for a channel that letters do not tell of.
    func means(of channel: ChannelName) -> String? {
        switch language {
        case .french: FrenchPhrases.means(of: channel)
        case .english: EnglishPhrases.means(of: channel)
        }
    }

    /// An earlier letter or mail that a reminder recalls.
    func letter(_ channel: ChannelName) -> String {
        let isRegistered = channel == .registeredMail
        return switch language {
        case .french: isRegistered ? "ma lettre recommandée" : "mon courrier électronique"
        case .english: isRegistered ? "my registered letter" : "my e-mail"
        }
    }

    /// What an earlier letter was about, after "une demande", "a request".
    func topic(of matter: LetterKind, hasOrder: Bool) -> String {
        if matter.isAboutPersonalData {
            return say("au sujet de mes données personnelles", "concerning my personal data")
        }
        if matter == .subscriptionTermination {
            return say("de résiliation de mon abonnement", "to terminate my subscription")
        }
        if matter == .unorderedItem { return say("au sujet de cet envoi", "concerning these goods") }
        return hasOrder
            ? say("au sujet de cette commande", "concerning this order")
            : say("à ce sujet", "concerning this matter")
    }

    /// What came of a contact; nil where only the sending is known.
    func outcome(of contact: LetterContact) -> String? {
        switch language {
        case .french: FrenchPhrases.outcome(of: contact)
        case .english: EnglishPhrases.outcome(of: contact)
        }
    }

    /// The trouble with the goods, in one sentence.
    func problem(_ kind: IssueKind) -> String {
        switch language {
        case .french: FrenchPhrases.problem(kind)
        case .english: EnglishPhrases.problem(kind)
        }
    }

    /// What is asked for under the guarantee, after "de", "to".
    func remedy(_ demand: LetterDemand) -> String {
        switch demand {
        case .repair: say("réparer le bien", "repair the goods")
        case .replacement: say("remplacer le bien", "replace the goods")
        case .repairOrReplacement, .deliver, .proveHandover, .deliverMissingPart, .exchangeWrongItem, .refund,
            .priceReduction, .collectUnordered, .confirmTermination, .dataCopy, .eraseData, .perform:
            say(
                "mettre le bien en conformité, par sa réparation ou son remplacement",
                "bring the goods into conformity, by repairing or replacing them")
        }
    }

    /// What happened, in one sentence, for letters that no law describes; nil where only the person's words can.
    func trouble(_ kind: IssueKind, hasArrivedLate: Bool, isPartial: Bool) -> String? {
        switch language {
        case .french: FrenchPhrases.trouble(kind, hasArrivedLate: hasArrivedLate, isPartial: isPartial)
        case .english: EnglishPhrases.trouble(kind, hasArrivedLate: hasArrivedLate, isPartial: isPartial)
        }
    }

    /// The sum that is claimed; without an amount, everything that was paid.
    func sum(_ amount: Money?) -> String {
        switch language {
        case .french: FrenchPhrases.sum(amount)
        case .english: EnglishPhrases.sum(amount)
        }
    }
}
