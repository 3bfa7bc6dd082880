internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import Synchronization

/// What is written of an offer in every decision of a day, made once: a batch writes the same bytes thousands of times.
final class OfferFragments: Sendable {
    /// The parts of one offer that do not depend on the case.
    final class Fragments: Sendable {
        /// Kept, so that no other offer can take its place in memory while its bytes are known.
        private let offer: ChannelOffer
        let day: CivilDay
        let endpoints: [UInt8]
        let facts: [UInt8]
        /// The refusal of a channel that does not take such issues.
        let notOffered: [UInt8]

        init(_ offer: ChannelOffer, on day: CivilDay) {
            self.offer = offer
            self.day = day
            endpoints = Self.bytes { DecisionWriting.writeEndpoints(of: offer, to: &$0) }
            facts = Self.bytes { DecisionWriting.writeSources(of: offer, on: day, to: &$0) }
            notOffered = Self.bytes { writer in
                writer.beginObject()
                DecisionWriting.writeNotOffered(offer, to: &writer)
                writer.endObject()
            }
        }

        private static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
            var writer = JSONWriter(.compact)
            write(&writer)
            return writer.bytes
        }
    }

    /// The refusals of channels that no case with some issue is offered.
    private struct Unoffered {
        /// Kept, so that no other object can take its place in memory while its bytes are known.
        let channels: UnofferedChannels
        let elements: [UInt8]
    }

    private let known = Mutex<[ObjectIdentifier: Fragments]>([:])
    private let unoffered = Mutex<[ObjectIdentifier: Unoffered]>([:])

    /// Most offers that are kept.
    private static let offersMax = 20_000

    /// The refusals as the elements of an array, without its brackets; no day changes them.
    func elements(of channels: UnofferedChannels) -> [UInt8] {
        let id = ObjectIdentifier(channels)
        if let kept = unoffered.withLock({ $0[id] }) { return kept.elements }
        var writer = JSONWriter(.compact, capacity: 8192)
        writer.beginArray()
        for channel in channels.channels {
            writer.beginObject()
            DecisionWriting.writeNotOffered(channel.offer, to: &writer)
            writer.endObject()
        }
        writer.endArray()
        let made = Unoffered(channels: channels, elements: Array(writer.bytes.dropFirst().dropLast()))
        unoffered.withLock { kept in
            if kept.count >= Self.offersMax { kept.removeAll() }
            kept[id] = made
        }
        return made.elements
    }

    func fragments(of offer: ChannelOffer, on day: CivilDay) -> Fragments {
        let id = ObjectIdentifier(offer)
        if let kept = known.withLock({ $0[id] }), kept.day == day { return kept }
        let made = Fragments(offer, on: day)
        known.withLock { kept in
            if kept.count >= Self.offersMax { kept.removeAll() }
            kept[id] = made
        }
        return made
    }
}
