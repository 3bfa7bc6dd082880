internal import CaseStore
internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting
internal import Outbox

extension Reminding {
    /// Strikes appointments out of the person's calendar that another step has made needless: calls that nobody needs to
    /// wait for any more.
    ///
    /// - Returns: false when a file could not be written, and the next turn must try again.
    func withdrawNeedless(
        of stored: StoredCase, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) -> Bool {
        var isDone = true
        for delivery in stored.deliveries where !delivery.forgotten {
            guard let plugin = plugins[delivery.channel] as? any AppointmentPlugin,
                isNeedless(delivery, in: stored),
                let prepared = try await store.preparation(of: delivery.reference)?.prepared(),
                let appointment = plugin.appointment(in: prepared), appointment.upperBound > now,
                let withdrawal = try? plugin.withdrawal(of: prepared, at: now)
            else { continue }
            do throws(AgendaFilesFault) {
                let path = try await files.keep(
                    withdrawal, of: delivery.reference, in: stored.reference)
                guard let path else { continue }
                notices.append(.withdrawn(stored.reference, delivery.reference, path: path))
            } catch {
                notices.append(.filesFailed(error))
                isDone = false
                continue
            }
            let entry = DraftEntry.withdrawal(delivery.reference)
            _ = try await append(
                entry.draft(at: now, once: "withdrawal \(delivery.reference)"), to: stored.reference)
        }
        return isDone
    }

    /// The case is closed, the demand was granted since, or what was to announce it never went out.
    private func isNeedless(_ delivery: DeliveryRecord, in stored: StoredCase) -> Bool {
        if stored.record.summary.closedAt != nil { return true }
        switch delivery.life.state {
        case .failed, .cancelled: return true
        case .queued, .sending, .waiting, .needsPerson, .unknown, .accepted, .quarantined, .held: break
        }
        return stored.facts.history.contains { contact in
            switch contact.outcome {
            case .accepted: contact.at > delivery.createdAt
            case .sent, .noReply, .answered, .promised, .promiseNotKept, .refused, .partlyAccepted, .bounced,
                .notReached, .delivered, .unclaimed:
                false
            }
        }
    }
}
