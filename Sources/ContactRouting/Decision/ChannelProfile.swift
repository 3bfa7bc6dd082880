public import CivilCalendar

/// What holds for a channel whoever offers it: its rung, its proof, the issues it serves, and our estimates.
///
/// The estimates (time to an answer, effort, time after which silence is failure) are the program's own, marked
/// `editorial` wherever they are shown, and stand here and nowhere else.
public struct ChannelProfile: Hashable, Sendable {
    public let channel: ChannelName
    /// The channel as the rules know it; nil for one that only a directory or a plugin knows.
    let known: KnownChannel?
    public let rung: Rung
    /// Strongest proof that using it leaves.
    public let evidence: EvidenceGrade
    public let effort: Effort
    /// Time until an answer, in seconds: from, to.
    public let answerAfter: ClosedRange<Int64>
    /// Silence after this long counts as failure, unless the directory says otherwise.
    public let answerTime: TimeLimit.Length
    public let issues: IssueSet
    /// The person must speak and hear.
    public let isVoice: Bool
    /// Somebody must be there at that moment: unknown hours refuse it.
    public let needsKnownHours: Bool
    /// A page of the account that solves its issues without anybody else.
    public let solvesAlone: Bool
    /// Two sides talk at one moment, by voice or through an interpreter.
    public var isCall: Bool { needsKnownHours || known == .bankCardBlock }

    /// Writing, or being called, costs the person nothing; what it leads to, such as sending goods back, may.
    public var isFree: Bool { Self.free.contains(known) }

    private static let free: ChannelSet = [
        .selfService, .onlineReturn, .withdrawalButton, .chat, .callback, .email, .socialDM, .sellerMessaging,
        .marketplaceGuarantee, .mediator, .eccNet, .conciliator, .signalConso, .productSafety, .report33700,
        .signalSpam, .merchantPhishingReport, .pharos, .policeThesee,
    ]

    init(
        _ channel: ChannelName, _ rung: Rung, _ evidence: EvidenceGrade, _ effort: Effort,
        answers: ClosedRange<Int64>, fails: TimeLimit.Length, issues: IssueSet, isVoice: Bool = false,
        needsKnownHours: Bool = false, solvesAlone: Bool = false
    ) {
        self.channel = channel
        known = KnownChannel(channel)
        self.rung = rung
        self.evidence = evidence
        self.effort = effort
        self.answerAfter = answers
        self.answerTime = fails
        self.issues = issues
        self.isVoice = isVoice
        self.needsKnownHours = needsKnownHours
        self.solvesAlone = solvesAlone
    }

    /// The profile of a channel; one that only a directory or a plugin knows is treated as an informal contact.
    public static func of(_ channel: ChannelName) -> ChannelProfile {
        byChannel[channel]
            ?? ChannelProfile(
                channel, .informal, .trace, .medium, answers: day...(3 * day), fails: .days(8), issues: .all)
    }

    private static let byChannel = Dictionary(uniqueKeysWithValues: table.map { ($0.channel, $0) })
}

private let minute: Int64 = 60
private let hour: Int64 = 3600
private let day: Int64 = 86_400

extension ChannelProfile {
    /// Every channel that the rules speak of.
    public static let table: [ChannelProfile] =
        account + merchantContacts + formal + amicable + beside + fraud

    private static let account = [
        ChannelProfile(
            .selfService, .informal, .dated, .low, answers: 0...hour, fails: .days(2),
            issues: [
                .orderTracking, .orderChange, .orderCancellation, .invoiceMissing, .subscriptionCancellation,
                .promotionQuestion, .accountProblem,
            ], solvesAlone: true),
        ChannelProfile(
            .onlineReturn, .informal, .dated, .low, answers: day...(14 * day), fails: .days(14),
            issues: [
                .wrongItem, .itemDamaged, .itemDefective, .itemNotAsDescribed, .changeOfMind, .returnProblem,
            ], solvesAlone: true),
        ChannelProfile(
            .withdrawalButton, .informal, .dated, .low, answers: hour...(14 * day), fails: .days(14),
            issues: .aboutAnItem, solvesAlone: true),
    ]

    private static let merchantContacts = [
        ChannelProfile(
            .chat, .informal, .trace, .low, answers: (5 * minute)...hour, fails: .days(2), issues: .all),
        ChannelProfile(
            .callback, .informal, .none, .low, answers: minute...hour, fails: .days(2), issues: .all,
            isVoice: true,
            needsKnownHours: true),
        ChannelProfile(
            .phone, .informal, .none, .medium, answers: (5 * minute)...hour, fails: .days(2), issues: .all,
            isVoice: true, needsKnownHours: true),
        ChannelProfile(
            .accessiblePhone, .informal, .none, .medium, answers: (5 * minute)...hour, fails: .days(2),
            issues: .all, needsKnownHours: true),
        ChannelProfile(
            .email, .informal, .dated, .medium, answers: day...(3 * day), fails: .days(8), issues: .all),
        ChannelProfile(
            .socialDM, .informal, .trace, .low, answers: hour...day, fails: .days(3), issues: .all),
        ChannelProfile(
            .sellerMessaging, .informal, .trace, .low, answers: hour...(2 * day), fails: .hours(48),
            issues: IssueSet.aboutAnOrder),
        ChannelProfile(
            .marketplaceGuarantee, .guarantee, .dated, .low, answers: day...(7 * day), fails: .days(7),
            issues: [
                .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .missingItem, .wrongItem,
                .itemDamaged,
                .itemDefective, .itemNotAsDescribed, .counterfeit, .refundNotReceived, .refundRefused,
            ]),
    ]

    private static let formal = [
        ChannelProfile(
            .registeredMail, .formal, .opposable, .high, answers: (8 * day)...(30 * day), fails: .months(1),
            issues: .disputes)
    ]

    private static let amicable = [
        ChannelProfile(
            .mediator, .mediation, .dated, .medium, answers: (30 * day)...(90 * day), fails: .days(90),
            issues: .disputes),
        ChannelProfile(
            .eccNet, .mediation, .dated, .medium, answers: (14 * day)...(70 * day), fails: .days(70),
            issues: .disputes),
        ChannelProfile(
            .bankChargeback, .mediation, .dated, .medium, answers: (7 * day)...(60 * day), fails: .days(60),
            issues: [
                .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .missingItem, .wrongItem,
                .itemDamaged,
                .itemDefective, .itemNotAsDescribed, .counterfeit, .refundNotReceived, .refundRefused,
                .chargedTwice,
            ]),
        ChannelProfile(
            .conciliator, .conciliation, .dated, .medium, answers: (21 * day)...(90 * day), fails: .months(3),
            issues: .disputes),
        ChannelProfile(
            .courtRequest, .court, .opposable, .high, answers: (90 * day)...(365 * day), fails: .months(12),
            issues: .disputes),
    ]

    private static let beside = [
        ChannelProfile(
            .consumerAssociation, .beside, .none, .medium, answers: (3 * day)...(21 * day), fails: .days(21),
            issues: .disputes),
        ChannelProfile(
            .signalConso, .beside, .dated, .low, answers: day...(60 * day), fails: .days(60),
            issues: IssueSet.disputes.union([.unsolicitedSalesCall])),
        ChannelProfile(
            .webhook, .beside, .trace, .low, answers: 0...hour, fails: .days(2), issues: []),
    ]

    private static let fraud = [
        ChannelProfile(
            .bankCardBlock, .wall, .trace, .low, answers: 0...hour, fails: .days(1),
            issues: [.accountCompromised, .unauthorisedCharge, .suspiciousMessage], isVoice: false),
        ChannelProfile(
            .bankClaim, .wall, .dated, .medium, answers: day...(10 * day), fails: .days(15),
            issues: [.unauthorisedCharge]),
        ChannelProfile(
            .report33700, .wall, .trace, .low, answers: 0...hour, fails: .days(2),
            issues: [.suspiciousMessage, .unsolicitedSalesCall]),
        ChannelProfile(
            .signalSpam, .wall, .trace, .low, answers: 0...hour, fails: .days(2), issues: [.suspiciousMessage]
        ),
        ChannelProfile(
            .merchantPhishingReport, .wall, .trace, .low, answers: hour...(3 * day), fails: .days(8),
            issues: [.suspiciousMessage]),
        ChannelProfile(
            .cyber17, .wall, .none, .low, answers: (5 * minute)...day, fails: .days(2),
            issues: [.accountCompromised, .suspiciousMessage]),
        ChannelProfile(
            .policeThesee, .wall, .dated, .medium, answers: day...(60 * day), fails: .days(60),
            issues: IssueSet.disputes.union([.accountCompromised])),
        ChannelProfile(
            .pharos, .wall, .trace, .low, answers: day...(30 * day), fails: .days(30), issues: .disputes),
        ChannelProfile(
            .productSafety, .wall, .dated, .low, answers: day...(30 * day), fails: .days(30),
            issues: [.dangerousProduct]),
    ]
}
