/// The channels that rules of the decision speak of, as a closed set that switches can be exhaustive over.
///
/// A ``ChannelName`` is an open set of texts; comparing texts for every rule would cost more than the rules.
enum KnownChannel: UInt8, CaseIterable {
    case selfService, onlineReturn, withdrawalButton
    case chat, callback, phone, accessiblePhone, email, socialDM, sellerMessaging
    case marketplaceGuarantee
    case registeredMail
    case mediator, eccNet, bankChargeback, conciliator, courtRequest
    case consumerAssociation, signalConso, productSafety
    case bankCardBlock, bankClaim
    case report33700, signalSpam, merchantPhishingReport, cyber17, pharos, policeThesee
    case webhook

    /// - Returns: nil for a channel that only a directory or a plugin knows.
    /// - Complexity: O(1), with one hash of the text.
    init?(_ name: ChannelName) {
        guard let known = Self.byName[name] else { return nil }
        self = known
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    var name: ChannelName {
        switch self {
        case .selfService: .selfService
        case .onlineReturn: .onlineReturn
        case .withdrawalButton: .withdrawalButton
        case .chat: .chat
        case .callback: .callback
        case .phone: .phone
        case .accessiblePhone: .accessiblePhone
        case .email: .email
        case .socialDM: .socialDM
        case .sellerMessaging: .sellerMessaging
        case .marketplaceGuarantee: .marketplaceGuarantee
        case .registeredMail: .registeredMail
        case .mediator: .mediator
        case .eccNet: .eccNet
        case .bankChargeback: .bankChargeback
        case .conciliator: .conciliator
        case .courtRequest: .courtRequest
        case .consumerAssociation: .consumerAssociation
        case .signalConso: .signalConso
        case .productSafety: .productSafety
        case .bankCardBlock: .bankCardBlock
        case .bankClaim: .bankClaim
        case .report33700: .report33700
        case .signalSpam: .signalSpam
        case .merchantPhishingReport: .merchantPhishingReport
        case .cyber17: .cyber17
        case .pharos: .pharos
        case .policeThesee: .policeThesee
        case .webhook: .webhook
        }
    }
}

/// A set of known channels as one word of bits.
struct ChannelSet: ExpressibleByArrayLiteral {
    private var bits: UInt32 = 0

    init(arrayLiteral elements: KnownChannel...) { self.init(elements) }

    init(_ channels: [KnownChannel]) {
        for channel in channels { insert(channel) }
    }

    mutating func insert(_ channel: KnownChannel) { bits |= 1 << UInt32(channel.rawValue) }

    func contains(_ channel: KnownChannel) -> Bool { bits & (1 << UInt32(channel.rawValue)) != 0 }

    /// False for a channel that rules do not know.
    func contains(_ channel: KnownChannel?) -> Bool { channel.map { contains($0) } ?? false }
}
