internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting

/// The short texts of a call, in the person's language.
struct PhoneWords: Bilingual {
    let request: PreparationRequest

    private var facts: ContactCase { request.contactCase }
    private var isRelay: Bool { request.channel == .accessiblePhone }

    var language: Language { request.language }

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

    var doubts: [Doubt] {
        var doubts = request.doubtsOfCall
        guard let call = request.call else { return doubts }
        if hoursAreUnknown(call) { doubts.append(.lineHoursUnknown) }
        if case .closed = call.hours?.availability { doubts.append(.lineClosed) }
        if call.number != nil, call.cost == nil { doubts.append(.callCostUnknown) }
        if call.isAbroad, call.cost == .free { doubts.append(.freeNumberAbroad) }
        if isRelay, request.link == nil { doubts.append(.accessibleServiceUnknown) }
        return doubts
    }

    private func hoursAreUnknown(_ call: CallLine) -> Bool {
        switch call.hours?.availability {
        case .open, .closed: false
        case .unknown, nil: true
        }
    }
}
