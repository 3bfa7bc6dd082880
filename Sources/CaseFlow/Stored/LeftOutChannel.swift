public import CaseStore
public import ContactRouting
internal import JSONText
internal import Outbox

/// A channel that is not proposed again by itself, because what was last sent through it did not reach the recipient.
public struct LeftOutChannel: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The recipient was refused for good, until the case names another one.
        case recipientRefused
        /// The person could not do it this way, or found that it did not go out.
        case notDone
    }

    public let delivery: DeliveryRecord
    public let reason: Reason

    public var channel: ChannelName { delivery.channel }
}

extension StoredCase {
    /// The channels whose newest delivery did not reach the recipient, when the person told nothing since that could change
    /// it; in the order of their names.
    ///
    /// The person may order through them all the same, and then the newest delivery is another one.
    public var leftOut: [LeftOutChannel] {
        var newest: [ChannelName: DeliveryRecord] = [:]
        for delivery in deliveries where !delivery.forgotten { newest[delivery.channel] = delivery }
        return newest.values.sorted { $0.channel.text < $1.channel.text }.compactMap { delivery in
            guard case .failed(let failure, let end) = delivery.life.state,
                let settled = entries.last(where: { DeliveryLogEntry($0)?.delivery == delivery.reference })
            else { return nil }
            let later = entries.filter { $0.sequence > settled.sequence }
            if end == .notDone {
                return later.contains { $0.kind == .factsChanged }
                    ? nil : LeftOutChannel(delivery: delivery, reason: .notDone)
            }
            guard failure.kind == .permanentRecipient, !later.contains(where: \.changesOtherSide) else {
                return nil
            }
            return LeftOutChannel(delivery: delivery, reason: .recipientRefused)
        }
    }

    /// The facts from which the next step is decided: the channels that are left out are avoided.
    public var factsForNextStep: ContactCase {
        var facts = facts
        for left in leftOut where !facts.preferences.avoid.contains(left.channel) {
            facts.preferences.avoid.append(left.channel)
        }
        return facts
    }
}

extension LogEntry {
    /// True when the person changed what the case says of the merchant or the seller, an address perhaps.
    fileprivate var changesOtherSide: Bool {
        guard kind == .factsChanged, let payload = payload?.reveal(),
            let changed = try? JSONDocument(parsing: payload).root["changed"]?.elements
        else { return false }
        return changed.contains { name in
            let first = name.string?.split(separator: ".").first
            return first == "merchant" || first == "seller"
        }
    }
}
