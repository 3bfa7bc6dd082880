internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// What the person is told about a form, in the person's language.
struct FormAdvice {
    let request: PreparationRequest
    let kind: FormKind

    private var facts: ContactCase { request.contactCase }
    private var language: Language { request.language }
    private var isFrench: Bool { language == .french }
    private var way: MessageWay { MessageWay(request) }

    /// Whom it is for: the other side by its name, anybody else by the name of the channel.
    var recipient: String {
        let channel = Vocabulary(language).name(of: kind.channel, .title)
        return kind.isWithTrader
            ? request.recipient.name?.text ?? request.merchantName?.text ?? channel : channel
    }

    var afterwards: String {
        way.paragraph([caution] + path + [keeping, reporting])
    }

    /// A warning comes before any page to open.
    private var path: [String?] {
        let steps = steps[language]
        guard kind.isAboutFraud else { return [opening, steps] }
        let page = request.link.map { isFrench ? "La page : \($0.text)" : "The page: \($0.text)" }
        return [steps, page]
    }

    private var steps: LocalText {
        guard kind == .report33700 else { return FormWords.steps(of: kind) }
        let isKnown = FormReading(request: request, kind: kind, message: "").smsTo33700 != nil
        return FormWords.steps(reporting: facts.issue.medium, callerIsKnown: isKnown)
    }

    private var reporting: String {
        isFrench
            ? "Puis ajoutez-le à l’historique du dossier : jour et heure, et la réponse quand elle vient."
            : "Then add it to the history of the case: day and time, and the answer when it comes."
    }

    var task: PersonTask {
        PersonTask(kind: .openLink, text: afterwards, link: request.link, proof: proof)
    }

    private var proof: String { way.paragraph([FormWords.proof(of: kind)[language]]) }

    private var keeping: String {
        (isFrench ? "À garder : " : "Keep: ") + FormWords.proof(of: kind)[language].lowercasedFirst
    }

    private var opening: String? { way.way.map { $0 + "." } }

    /// What not to do while a deception is reported.
    private var caution: String? {
        guard kind.isAboutFraud, facts.issue.clicked == true else { return nil }
        return isFrench
            ? "Ne retournez pas sur la page ouverte et n’y saisissez rien."
            : "Do not go back to the page that opened, and enter nothing there."
    }

    /// The doubts of the case that concern this form, and those of the form.
    var doubts: [Doubt] {
        var doubts = request.doubts(
            of: .message, declaring: FormMessage(request: request, kind: kind).declared, where: counts)
        if kind == .withdrawal, let day = facts.order.withdrawalNotifiedOn {
            doubts.append(.withdrawalAlreadyNotified(day))
        }
        if kind == .signalConso, SignalConso.isBlocked(facts) { doubts.append(.signalConsoRefersOn) }
        return doubts
    }

    /// Whether a doubt about a letter's claim also concerns this form: a report claims nothing.
    private func counts(_ doubt: Doubt) -> Bool {
        switch kind {
        case .selfService: true
        case .withdrawal: Self.isOfWithdrawal(doubt)
        case .onlineReturn, .guarantee, .association: doubt == .orderNumberUnknown
        case .signalConso, .productSafety, .report33700, .signalSpam, .phishingReport, .cyber17, .pharos,
            .thesee:
            false
        }
    }

    private static func isOfWithdrawal(_ doubt: Doubt) -> Bool {
        switch doubt {
        case .withdrawalPeriodOver, .withdrawalExcluded, .withdrawalNotGiven, .withdrawalPeriodUnknown,
            .withdrawalInformationUnknown, .withdrawalMayBeExcluded, .orderNumberUnknown:
            true
        default: false  // tidy-allow: whatever else a plan doubts
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
