import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import Outbox
import Texts

extension CaseWords {
    /// A contact in one sentence, without its moment: `e-mail : promesse reçue, pour le 5 décembre 2026`.
    func sentence(of entry: ContactEntry) -> String {
        let contact = entry.contact
        var parts = [vocabulary.name(of: contact.outcome)]
        if let day = contact.promisedOn {
            parts.append(say("pour le \(formats.date(day))", "for \(formats.date(day))"))
        }
        if let day = contact.deliveredOn {
            parts.append(say("distribution le \(formats.date(day))", "delivered on \(formats.date(day))"))
        }
        if let day = contact.deadline {
            parts.append(say("délai fixé au \(formats.date(day))", "last day given: \(formats.date(day))"))
        }
        if contact.transcriptKept == true { parts.append(say("transcription gardée", "transcript kept")) }
        if let tracking = contact.tracking?.reveal().text {
            parts.append(say("suivi \(tracking)", "tracking \(tracking)"))
        }
        if let delivery = entry.delivery { parts.append(say("envoi \(delivery)", "delivery \(delivery)")) }
        return labelled(vocabulary.name(of: contact.channel), parts.joined(separator: ", "))
    }

    /// What became of a report.
    func recorded(_ recorded: RecordedContact) -> String {
        let sentence = sentence(of: recorded.entry).capitalisedFirst
        let moment = moment(recorded.entry.contact.at)
        if recorded.wasKnown {
            return say("C’était déjà noté. \(sentence).", "This was known already. \(sentence).")
        }
        if let delivery = recorded.settled {
            return say(
                "Noté, et l’envoi \(delivery) est terminé. \(sentence) (\(moment)).",
                "Recorded, and delivery \(delivery) is done. \(sentence) (\(moment)).")
        }
        if let before = recorded.before {
            let name = vocabulary.name(of: before)
            return say(
                "Noté pour le contact du \(moment), jusque-là « \(name) ». \(sentence).",
                "Recorded for the contact of \(moment), until now “\(name)”. \(sentence).")
        }
        return say("Noté. \(sentence) (\(moment)).", "Recorded. \(sentence) (\(moment)).")
    }

    /// What to know when the letter that this report settled gave a last day that was over by then.
    ///
    /// - Parameter decision: of the case as it stands now.
    func gaveNoTime(
        _ recorded: RecordedContact, in stored: StoredCase, _ decision: Decision
    ) -> [String] {
        guard let settled = recorded.settled,
            let delivery = stored.deliveries.first(where: { $0.reference == settled }),
            let lapsed = LapsedText(delivery, in: stored, decision)
        else { return [] }
        return DeliveryWords(language, zone: zone, now: stored.asOf).gaveNoTime(lapsed, delivery)
    }

    func takenBack(_ entry: ContactEntry) -> String {
        let sentence = sentence(of: entry).capitalisedFirst
        return say("Repris. \(sentence).", "Taken back. \(sentence).")
    }

    /// What the other side owes an answer to, or said it would do, as seen at a moment.
    func awaited(_ contact: PastContact, today: CivilDay) -> String? {
        let channel = vocabulary.name(of: contact.channel)
        switch contact.outcome {
        case .promised, .accepted, .partlyAccepted, .answered:
            guard let day = contact.promisedOn else { return nil }
            return promise(day, channel, isOver: day < today)
        case .sent, .noReply, .delivered:
            guard let day = contact.deadline else { return nil }
            return deadline(day, channel, isOver: day < today)
        case .promiseNotKept, .refused, .bounced, .notReached, .unclaimed: return nil
        }
    }

    private func promise(_ day: CivilDay, _ channel: String, isOver: Bool) -> String {
        let day = formats.longDate(day)
        guard isOver else {
            return say("Promis pour le \(day) (\(channel))", "Promised for \(day) (\(channel))")
        }
        return say(
            "Promis pour le \(day) (\(channel)), jour passé : dites ce qu’il en est avec case did",
            "Promised for \(day) (\(channel)), a day that has passed: say what came of it with case did")
    }

    private func deadline(_ day: CivilDay, _ channel: String, isOver: Bool) -> String {
        let day = formats.longDate(day)
        guard isOver else {
            return say("Délai fixé au \(day) (\(channel))", "Last day given: \(day) (\(channel))")
        }
        return say(
            "Délai fixé au \(day) (\(channel)), passé sans réponse notée",
            "Last day given: \(day) (\(channel)), which has passed without an answer on record")
    }

    // MARK: Deliveries

    /// Where a delivery stood at a moment.
    func state(_ state: DeliveryState, at moment: Instant) -> String {
        DeliveryWords(language, zone: zone, now: moment).state(state)
    }

    /// What the person does about a delivery, a line each.
    func advice(_ delivery: DeliveryRecord, at moment: Instant) -> [String] {
        DeliveryWords(language, zone: zone, now: moment).advice(delivery)
    }

    /// A delivery in a list: its name, its channel, where it stands.
    func line(_ delivery: DeliveryRecord, at moment: Instant) -> String {
        labelled(
            "\(delivery.reference), \(vocabulary.name(of: delivery.channel))",
            DeliveryWords(language, zone: zone, now: moment).state(delivery))
    }
}
