import CivilCalendar

/// What the rules ask of the earlier contacts.
extension HistoryReading {
    func hasUsed(_ channel: ChannelName) -> Bool { entries.contains { $0.channel == channel } }

    func hasFailed(on rungs: ClosedRange<Rung>) -> Bool {
        entries.contains { $0.isFailed && rungs.contains($0.rung) }
    }

    /// The latest end of what still runs on a channel.
    func pendingEnd(_ channel: KnownChannel) -> Instant? {
        guard tried.pending.contains(channel) else { return nil }
        return entries.lazy.filter { $0.known == channel }.compactMap(\.pendingEnd).max()
    }

    /// The latest end of what still runs on the ladder.
    var pendingEnd: Instant? {
        entries.lazy.filter { $0.rung.isOnLadder }.compactMap(\.pendingEnd).max()
    }

    /// The first contact with the seller: a message to it, or the marketplace's return form.
    var firstSellerContact: Entry? { entries.first(where: \.isWithSeller) }

    var sellerRefused: Entry? { entries.first { $0.isWithSeller && $0.outcome == .refused } }

    /// The seller's answering time has run out, or it refused.
    var sellerHasFailed: Bool { entries.contains { $0.isWithSeller && $0.isFailed } }

    var firstComplaint: Entry? { entries.first(where: \.isComplaint) }

    /// The latest written complaint, failed or not.
    var latestComplaint: Entry? { entries.last(where: \.isComplaint) }

    /// The latest written complaint that was refused or not answered in its time.
    var failedComplaint: Entry? { entries.last { $0.isComplaint && $0.isFailed } }

    /// The moment at which a written complaint first failed.
    var firstFailedComplaintAt: Instant? { entries.lazy.filter(\.isComplaint).compactMap(\.failedAt).min() }

    var refusedComplaint: Entry? { entries.first { $0.isComplaint && $0.outcome == .refused } }

    /// The other side has said no, or broken its word, and no letter has been sent since: there is no use in waiting for
    /// what it owes.
    var wasRebuffed: Bool {
        let letter = entries.last { $0.rung == .formal && !$0.isFailed }?.at
        return entries.contains { entry in
            if let letter, entry.at < letter { return false }
            return switch entry.outcome {
            case .refused, .promiseNotKept: true
            case .sent, .noReply, .answered, .promised, .partlyAccepted, .accepted, .bounced, .notReached,
                .delivered, .unclaimed:
                false
            }
        }
    }
}

extension HistoryReading.Entry {
    fileprivate var isWithSeller: Bool { known == .sellerMessaging || known == .onlineReturn }

    /// A complaint in writing that has reached the other side, before any third party was called in.
    fileprivate var isComplaint: Bool {
        rung <= .formal && isWrittenComplaint
    }
}
