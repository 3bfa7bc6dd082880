internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import LetterWriting

/// `brief.txt`: what to have before one's eyes when the call comes, in the order in which an adviser asks.
struct CallbackBrief {
    let request: PreparationRequest
    let slot: CallSlot
    let phone: CheckedPhone

    private var isFrench: Bool { request.language == .french }

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
        let words = CallbackWords(request: request)
        let facts = request.slots.enumerated().map { index, slot in
            let label = isFrench ? "Créneau" : "Slot"
            return CallBrief.Fact(
                request.slots.count == 1 ? label : "\(label) \(index + 1)", words.slot(of: slot),
                field: "slots")
        }
        let number = CallBrief.Fact(
            isFrench ? "Votre numéro" : "Your number", phone.nationalForm.text, field: "consumer.phone")
        return CallBrief.Section(nil, [.facts(facts + [number])])
    }
}
