import CivilCalendar
import ContactRouting
import Testing

extension World {
    /// Loaded once: a fault in the shipped directory fails every test that uses it.
    static let shared: World = {
        let here = #filePath.split(separator: "/").dropLast(4)
        let path = "/" + here.joined(separator: "/") + "/channels.json"
        do {
            return try World(directory: DirectoryFixture.load(path))
        } catch {
            preconditionFailure("channels.json cannot be read: \(error)")
        }
    }()
}

extension WorkedCase: CustomTestStringConvertible {
    var testDescription: String { name }
}

extension Decision {
    var waitsUntil: Instant? {
        switch outcome {
        case .wait(let until, _): until
        case .contact, .none: nil
        }
    }

    var isNone: Bool {
        switch outcome {
        case .none: true
        case .contact, .wait: false
        }
    }

    func isUsable(_ channel: ChannelName) -> Bool { usable.contains { $0.channel == channel } }

    func refusal(of channel: ChannelName) -> RefusedChannel? { refused.first { $0.channel == channel } }

    /// The codes for which a channel is refused; empty when it is usable or not offered at all.
    func codes(_ channel: ChannelName) -> [ObjectionCode] {
        refusal(of: channel)?.objections.map(\.code) ?? []
    }

    func refuses(_ channel: ChannelName, _ code: ObjectionCode) -> Bool { codes(channel).contains(code) }

    func deadline(_ right: RightName) -> Deadline? { deadlines.first { $0.right == right } }

    func usableChannel(_ channel: ChannelName) -> UsableChannel? { usable.first { $0.channel == channel } }
}
