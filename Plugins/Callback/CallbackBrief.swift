internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// `brief.txt`: what to have before one's eyes when the call comes, in the order in which an adviser asks.
struct CallbackBrief {
    let request: PreparationRequest
    let slot: CallSlot
    let phone: CheckedPhone

    private var isFrench: Bool { request.language == .french }
    private var formats: Formats { Formats(request.language) }

    var text: String {
        let parts = CallBriefParts(request)
        let sections: [CallBrief.Section?] = [
            expected, parts.asked, parts.trouble, parts.contacts(), parts.demand, parts.sentences,
            parts.cautions, parts.refusal, parts.notes, parts.reportWithEntry(at: slot.from),
        ]
        let title = isFrench ? "Aide-mémoire pour le rappel" : "Brief for the call"
        return CallBrief(
            language: request.language, title: title, sections: sections.compactMap { $0 }
        ).text
    }

    private var expected: CallBrief.Section {
        let from = formats.moment(slot.from, in: request.timeZone)
        return CallBrief.Section(
            nil,
            [
                .facts([
                    CallBrief.Fact(
                        isFrench ? "Créneau" : "Slot",
                        isFrench ? "\(from), jusqu’à \(endOfSlot)" : "\(from), until \(endOfSlot)",
                        field: "slots"),
                    CallBrief.Fact(
                        isFrench ? "Votre numéro" : "Your number", phone.nationalForm.text,
                        field: "consumer.phone"),
                ])
            ])
    }

    private var endOfSlot: String {
        let second = request.timeZone.civilTime(at: slot.to).secondOfDay
        guard second > 0 else { return isFrench ? "minuit" : "midnight" }
        return formats.time(secondOfDay: second)
    }
}
