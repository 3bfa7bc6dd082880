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
                    CallBrief.Blank(say("Nom de la personne", "Name of the person"), room: 34),
                    CallBrief.Blank(say("Heure", "Time"), room: 10),
                ]),
                .blanks([
                    CallBrief.Blank(say("Numéro du dossier", "File number"), room: 22),
                    CallBrief.Blank(say("Jour promis", "Day promised"), room: 18),
                ]),
                .blanks([CallBrief.Blank(say("Promesse", "Promise"), room: 66)]),
                .blanks([CallBrief.Blank("", room: 76)]),
            ])
    }

    /// What to do after the call, in a line.
    public var report: CallBrief.Section {
        let text = say(
            "Ajoutez l’appel à l’historique du dossier : brief.txt donne l’entrée à compléter.",
            "Add the call to the history of the case: brief.txt has the entry to fill in.")
        return CallBrief.Section(afterwards, [.text(transcript + text)])
    }

    /// The same, with the entry of `history` to fill in.
    ///
    /// - Parameter moment: when the call takes place, as far as is known.
    public func reportWithEntry(at moment: Instant) -> CallBrief.Section {
        let day = request.timeZone.day(at: moment)
        let entry =
            "{\"channel\": \"\(request.channel.text)\", \"at\": \"\(day)T__:__:00\(offset(at: moment))\", "
            + "\"outcome\": \"________\", \"promisedOn\": \"____-__-__\"}"
        return CallBrief.Section(afterwards, [.text(transcript + outcomes), .verbatim(entry)])
    }

    private var afterwards: String { say("Après l’appel", "After the call") }

    private var transcript: String {
        switch manner {
        case .voice: ""
        case .relay:
            say("Gardez la transcription de l’échange. ", "Keep the transcript of the conversation. ")
        }
    }

    /// The outcomes of a contact that a call may have, as the case file spells them.
    private var outcomes: String {
        say(
            "Ajoutez l’appel à l’historique du dossier (history) avec son résultat (outcome) : promesse (promised, et son jour dans promisedOn), accord (accepted), accord en partie (partly-accepted), refus (refused), rien de réglé (answered) ou personne n’a répondu (not-reached).",
            "Add the call to the history of the case with its outcome: promised (and the day in promisedOn), accepted, partly-accepted, refused, answered (nothing settled) or not-reached (nobody answered)."
        )
    }

    private func offset(at moment: Instant) -> String {
        let seconds = request.timeZone.offset(at: moment)
        let minutes = abs(seconds) / 60
        let digits: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
        return (seconds < 0 ? "-" : "+") + digits(minutes / 60) + ":" + digits(minutes % 60)
    }
}
