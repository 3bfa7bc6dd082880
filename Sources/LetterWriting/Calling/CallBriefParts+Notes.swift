internal import ChannelPluginKit
public import CivilCalendar
internal import ContactRouting

/// What to write down during the call, and what to report after it.
extension CallBriefParts {
    /// Room for what must be noted at once.
    public var notes: CallBrief.Section {
        let during =
            switch manner {
            case .voice: say("À noter pendant l’appel", "Note during the call")
            case .relay: say("À noter pendant l’échange", "Note during the conversation")
            }
        return CallBrief.Section(
            during,
            [
                .blanks([
                    CallBrief.Blank(say("Nom de la personne", "Name of the person"), room: 24),
                    CallBrief.Blank(say("Heure", "Time"), room: 8),
                ]),
                .blanks([
                    CallBrief.Blank(say("Numéro du dossier", "File number"), room: 20),
                    CallBrief.Blank(say("Jour promis", "Day promised"), room: 14),
                ]),
                .blanks([CallBrief.Blank(say("Promesse", "Promise"), room: 54)]),
            ])
    }

    /// What to add to the history of the case, in words.
    public var report: CallBrief.Section {
        CallBrief.Section(say("Après l’appel", "After the call"), [.text(reportText)])
    }

    /// The same, with the entry of `history` to fill in.
    ///
    /// - Parameter moment: when the call takes place, as far as is known.
    public func reportWithEntry(at moment: Instant) -> CallBrief.Section {
        let day = request.timeZone.day(at: moment)
        let entry =
            "{\"channel\": \"\(request.channel.text)\", \"at\": \"\(day)T__:__:00\(offset(at: moment))\", "
            + "\"outcome\": \"________\", \"promisedOn\": \"____-__-__\"}"
        return CallBrief.Section(
            say("Après l’appel", "After the call"), [.text(reportText), .verbatim(entry)])
    }

    private var reportText: String {
        let proof =
            switch manner {
            case .voice: ""
            case .relay:
                say("Gardez la transcription de l’échange. ", "Keep the transcript of the conversation. ")
            }
        return proof
            + say(
                "Ajoutez l’appel à l’historique du dossier (history) avec son résultat : promised (promesse ; promisedOn dit pour quand), accepted (accord), partly-accepted (accord en partie), refused (refus), answered (rien de réglé) ou not-reached (personne n’a répondu).",
                "Add the call to the history of the case with its outcome: promised (promisedOn says by when), accepted, partly-accepted, refused, answered (nothing settled) or not-reached (nobody answered)."
            )
    }

    private func offset(at moment: Instant) -> String {
        let seconds = request.timeZone.offset(at: moment)
        let minutes = abs(seconds) / 60
        let digits: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
        return (seconds < 0 ? "-" : "+") + digits(minutes / 60) + ":" + digits(minutes % 60)
    }
}
