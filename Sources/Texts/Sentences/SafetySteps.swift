public import ContactRouting

/// What cannot wait for the answer of anybody: a card that others can use, an account that others have, an identity
/// that others can take.
///
/// - Source: cybermalveillance.gouv.fr, "Piratage de compte, que faire ?", "Fraude à la carte bancaire" and
///   "Usurpation d’identité, que faire ?"; Banque de France, "Les arnaques aux moyens de paiement"; C. mon. fin.
///   L133-17.
public struct SafetySteps: Typographic, Sendable {
    private let facts: ContactCase
    private let channel: ChannelName
    public let language: Language

    /// - Parameters:
    ///   - channel: what is prepared; a step that it takes itself is left out.
    ///   - language: the person's.
    public init(_ facts: ContactCase, through channel: ChannelName, in language: Language) {
        self.facts = facts
        self.channel = channel
        self.language = language
    }

    /// The steps in the order in which to take them; nil where nothing is in danger.
    public var text: String? {
        // What was given away is known to be out; that a card is saved in the account only may be.
        let isBankFirst = !given.isEmpty || account == nil
        let steps =
            (isBankFirst ? [bank, account, password, identity] : [account, password, bank]).compactMap { $0 }
        return steps.isEmpty ? nil : steps.joined(separator: " ")
    }

    private var given: [Issue.GivenData] { facts.issue.dataGiven ?? [] }

    private var identity: String? {
        guard given.contains(.identityDocument) else { return nil }
        return say(
            "Un document d’identité est entre leurs mains : surveillez vos comptes et votre courrier, gardez les preuves et, dès qu’on se sert de votre identité, déposez plainte et prévenez l’organisme qui a été trompé.",
            "They have an identity document of yours: watch your accounts and your post, keep the proof and, as soon as somebody uses your identity, file a complaint with the police and tell the organisation that was deceived."
        )
    }

    private var account: String? {
        guard facts.issue.kind == .accountCompromised else { return nil }
        return say(
            "Sans attendre, changez le mot de passe du compte, sur le vrai site, et partout où il sert aussi ; vérifiez l’adresse e-mail et le numéro de secours, et fermez les autres connexions. Si vous n’y entrez plus, demandez au service client de bloquer le compte.",
            "Without waiting, change the password of the account, on the real site, and wherever else you use it; check the e-mail address and phone number for recovery, and close the other sessions. If you cannot get in, ask customer service to block the account."
        )
    }

    private var password: String? {
        guard account == nil, given.contains(.password) else { return nil }
        return say(
            "Sans attendre, changez ce mot de passe partout où il sert, sur le vrai site.",
            "Without waiting, change this password wherever you use it, on the real site.")
    }

    private var bank: String? {
        guard channel != .bankCardBlock else { return nil }
        if isCardKnown, !isCardBlocked {
            return say(
                "D’abord, appelez votre banque, au numéro qu’elle vous a donné, et faites bloquer la carte.",
                "First call your bank, on the number that it gave you, and have the card blocked.")
        }
        if given.contains(.bankDetails) {
            return say(
                "D’abord, appelez votre banque, au numéro qu’elle vous a donné, et faites surveiller le compte.",
                "First call your bank, on the number that it gave you, and have the account watched.")
        }
        guard !isCardBlocked else { return nil }
        if facts.issue.kind == .accountCompromised {
            return say(
                "Si une carte y est enregistrée, regardez vos débits : pour une opération que vous ne reconnaissez pas, appelez votre banque et faites bloquer la carte.",
                "If a card is saved there, look at your debits: for one that you do not recognise, call your bank and have the card blocked."
            )
        }
        guard facts.issue.kind == .unauthorisedCharge else { return nil }
        return say(
            "D’abord, prévenez votre banque, au numéro qu’elle vous a donné.",
            "First tell your bank, on the number that it gave you.")
    }

    /// Whether others know the card.
    private var isCardKnown: Bool {
        given.contains(.cardNumber)
            || facts.issue.kind == .unauthorisedCharge && facts.order.payment == .card
    }

    private var isCardBlocked: Bool {
        facts.history.contains { $0.channel == .bankCardBlock && $0.outcome == .accepted }
    }
}
