public import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares a call that the person makes: one page to have before their eyes, and the number to dial.
public struct PhonePlugin: PersonOperatedPlugin {
    /// Pages of a brief: one, or it is no use during a call.
    public static let pagesMax = 1

    private let press: LetterPress

    /// - Parameter press: sets the page; share one among plugins.
    public init(press: LetterPress = LetterPress()) { self.press = press }

    public var channels: [ChannelDescriptor] {
        [
            descriptor(of: .phone, effects: ChannelEffects(irreversible: false, costsMoney: true)),
            descriptor(of: .accessiblePhone, effects: ChannelEffects(irreversible: false, costsMoney: false)),
        ]
    }

    private func descriptor(of channel: ChannelName, effects: ChannelEffects) -> ChannelDescriptor {
        ChannelDescriptor(
            channel: channel, limits: ChannelLimits(pagesMax: Self.pagesMax, deliverySecondsMax: 5),
            evidence: .none, privacy: .recipient, effects: effects)
    }

    public var verification: String {
        "Avez-vous appelé ? Voyez vos notes et le journal de vos appels. / Did you call? See your notes and your call log."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .phone || request.channel == .accessiblePhone else {
            throw .notServed(request.channel)
        }
        return try PhonePreparation(request, press: press).prepared()
    }
}
