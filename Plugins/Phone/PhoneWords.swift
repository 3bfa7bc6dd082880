internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting

/// The short texts of a call, in the person's language.
struct PhoneWords {
    let request: PreparationRequest

    private var facts: ContactCase { request.contactCase }
    private var isRelay: Bool { request.channel == .accessiblePhone }

    private func say(_ french: String, _ english: String) -> String {
        switch request.language {
        case .french: french
        case .english: english
        }
    }

    private var service: String {
        (request.call?.service ?? request.recipient.name)?.text ?? say("service client", "customer service")
    }

    var recipient: String {
        [service, request.call?.dialled?.text].compactMap { $0 }.joined(separator: ", ")
    }

    var title: String {
        if isRelay {
            return say(
                "Aide-mémoire : \(service), service accessible", "Brief: \(service), accessible service")
        }
        return say("Aide-mémoire pour l’appel : \(service)", "Brief for the call: \(service)")
    }

    /// What the person does, and what is reported back.
    var afterwards: String {
        let end = say(
            "notez le nom, l’heure, le numéro du dossier et la promesse, puis ajoutez l’appel à l’historique du dossier (brief.txt donne l’entrée à compléter).",
            "note the name, the time, the file number and the promise, then add the call to the history of the case (brief.txt has the entry to fill in)."
        )
        guard !isRelay else {
            return say(
                "Ouvrez le service téléphonique accessible, brief.pdf sous les yeux. Gardez la transcription, \(end)",
                "Open the accessible phone service with brief.pdf before you. Keep the transcript, \(end)")
        }
        let number = request.call?.dialled?.text ?? service
        return say(
            "Appelez le \(number), brief.pdf sous les yeux. Pendant l’appel, \(end)",
            "Call \(number) with brief.pdf before you. During the call, \(end)")
    }

    var proof: String {
        isRelay
            ? say(
                "La transcription, et le numéro du dossier.", "The transcript, and the file number.")
            : say(
                "Le nom de la personne, l’heure de l’appel, le numéro du dossier et ce qui a été promis.",
                "The name of the person, the time of the call, the file number and what was promised.")
    }

    var doubts: [String] {
        var doubts: [String] = []
        if facts.order.number == nil, IssueSet.aboutAnOrder.contains(facts.issue.kind) {
            doubts.append(LetterDoubt.orderNumberUnknown.text(in: request.language))
        }
        if request.letter?.doubts.contains(.withdrawalUnproven) ?? false {
            doubts.append(LetterDoubt.withdrawalUnproven.text(in: request.language))
        }
        guard let call = request.call else { return doubts }
        if hoursAreUnknown(call) {
            doubts.append(
                say(
                    "Les horaires de ce service ne sont pas connus pour ce moment.",
                    "The hours of this service are not known for this moment."))
        }
        if case .closed = call.hours?.availability {
            doubts.append(
                say(
                    "Ce service est fermé en ce moment : l’aide-mémoire dit quand il ouvre.",
                    "This service is closed now: the brief says when it opens."))
        }
        if call.number != nil, call.cost == nil {
            doubts.append(say("Le coût de l’appel n’est pas connu.", "What the call costs is not known."))
        }
        if call.isAbroad, call.cost == .free {
            doubts.append(
                say(
                    "Un numéro gratuit ne fonctionne pas toujours depuis un autre pays.",
                    "A free number does not always work from another country."))
        }
        if isRelay, request.link == nil {
            doubts.append(
                say(
                    "L’adresse du service accessible n’est pas connue.",
                    "The address of the accessible service is not known."))
        }
        return doubts
    }

    private func hoursAreUnknown(_ call: CallLine) -> Bool {
        switch call.hours?.availability {
        case .open, .closed: false
        case .unknown, nil: true
        }
    }
}
