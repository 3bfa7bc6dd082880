import CivilCalendar
import ContactRouting

/// The worked cases of the specification as values: what a competent adviser says, and why.
struct WorkedCase: Sendable {
    let name: String
    let now: Instant
    let facts: ContactCase
    /// Nil: wait.
    let best: ChannelName?
    let acceptable: [ChannelName]
    let mustNot: [ChannelName]
    var waitUntil: Instant?
    var mayWait = true

    init(
        _ name: String, _ now: String, _ facts: ContactCase, best: ChannelName?, acceptable: [ChannelName],
        mustNot: [ChannelName], waitUntil: String? = nil, mayWait: Bool = true
    ) {
        self.name = name
        self.now = Draft.at(now)
        self.facts = facts
        self.best = best
        self.acceptable = acceptable
        self.mustNot = mustNot
        self.waitUntil = waitUntil.map(Draft.at)
        self.mayWait = mayWait
    }

    static let all = first + second

    private static let first = [
        WorkedCase(
            "Sunday before opening", "2026-11-29T09:30:00+01:00",
            Draft.amazon(.markedDeliveredNotReceived) {
                $0.issue.urgency = .normal
                $0.order.orderedOn = Draft.day("2026-11-25")
                $0.order.promisedOn = Draft.day("2026-11-28")
            }, best: .chat, acceptable: [.email, .socialDM], mustNot: [.mediator, .phone, .registeredMail]),
        WorkedCase(
            "damaged item on a Sunday", "2026-11-29T14:00:00+01:00",
            Draft.amazon(.itemDamaged) {
                $0.order.deliveredOn = Draft.day("2026-11-27")
                $0.order.amount = Draft.euros(89)
            }, best: .onlineReturn, acceptable: [.chat, .callback, .phone],
            mustNot: [.marketplaceGuarantee, .mediator, .registeredMail, .sellerMessaging]),
        WorkedCase(
            "a person who writes English", "2026-11-25T11:00:00+01:00",
            Draft.amazon(.itemDefective) {
                $0.order.deliveredOn = Draft.day("2026-11-20")
                $0.consumer.language = .english
            }, best: .chat, acceptable: [.callback, .phone, .email, .onlineReturn],
            mustNot: [.mediator, .odr, .registeredMail]),
        WorkedCase(
            "a third-party seller silent for 30 hours", "2026-11-25T15:00:00+01:00",
            Draft.marketplace(.itemNotAsDescribed) {
                $0.order.deliveredOn = Draft.day("2026-11-21")
                $0.order.latestEstimatedDelivery = Draft.day("2026-11-22")
                $0.past(Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply))
            }, best: nil, acceptable: [.sellerMessaging, .onlineReturn],
            mustNot: [.marketplaceGuarantee, .mediator, .registeredMail],
            waitUntil: "2026-11-26T09:00:00+01:00"),
        WorkedCase(
            "a third-party seller silent for 49 hours", "2026-11-26T10:00:00+01:00",
            Draft.marketplace(.itemNotAsDescribed) {
                $0.order.deliveredOn = Draft.day("2026-11-21")
                $0.order.latestEstimatedDelivery = Draft.day("2026-11-22")
                $0.past(Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply))
            }, best: .marketplaceGuarantee, acceptable: [.chat, .onlineReturn],
            mustNot: [.bankChargeback, .mediator, .odr, .registeredMail]),
        WorkedCase(
            "a third party whose goods the merchant ships", "2026-11-24T16:00:00+01:00",
            Draft.marketplace(.itemDamaged) {
                $0.seller.fulfilledBy = .merchant
                $0.seller.primeEligible = true
                $0.order.deliveredOn = Draft.day("2026-11-23")
            }, best: .onlineReturn, acceptable: [.chat, .callback, .phone],
            mustNot: [.marketplaceGuarantee, .mediator, .registeredMail]),
        WorkedCase(
            "a closed platform is asked for", "2026-11-24T10:00:00+01:00",
            Draft.amazon(.warrantyRefused) {
                $0.order.deliveredOn = Draft.day("2025-12-10")
                $0.order.amount = Draft.euros(320)
                $0.order.deliveredIn = .france
                $0.consumer.professional = false
                $0.preferences.askedChannel = .odr
                $0.past(
                    Draft.contact(
                        .registeredMail, "2026-09-10T10:00:00+02:00", .refused, delivered: "2026-09-14"))
            }, best: .mediator, acceptable: [.conciliator, .consumerAssociation], mustNot: [.odr]),
    ]

    private static let second = [
        WorkedCase(
            "a suspicious text message", "2026-11-22T21:30:00+01:00",
            Draft.amazon(.suspiciousMessage) {
                $0.seller.kind = nil
                $0.issue.medium = .sms
                $0.issue.clicked = false
                $0.issue.dataGiven = []
            }, best: .report33700, acceptable: [.merchantPhishingReport, .chat],
            mustNot: [.bloctel, .mediator, .phone, .registeredMail]),
        WorkedCase(
            "the last hour of the withdrawal time", "2026-11-24T23:00:00+01:00",
            Draft.shop(.changeOfMind) {
                $0.order.orderedOn = Draft.day("2026-11-06")
                $0.order.deliveredOn = Draft.day("2026-11-10")
                $0.order.item.category = .clothing
            }, best: .withdrawalButton, acceptable: [.email, .onlineReturn],
            mustNot: [.mediator, .phone, .registeredMail]),
        WorkedCase(
            "a refund overdue and a promise broken", "2026-11-23T09:30:00+01:00",
            Draft.amazon(.refundNotReceived) {
                $0.order.withdrawalNotifiedOn = Draft.day("2026-11-03")
                $0.order.returnShippedOn = Draft.day("2026-11-05")
                $0.order.returnReceivedOn = Draft.day("2026-11-09")
                $0.order.amount = Draft.euros(129)
                $0.past(Draft.contact(.chat, "2026-11-18T10:00:00+01:00", .promiseNotKept))
            }, best: .registeredMail, acceptable: [.email, .callback, .phone],
            mustNot: [.marketplaceGuarantee, .mediator, .odr], mayWait: false),
        WorkedCase(
            "a letter ignored", "2026-12-07T10:00:00+01:00",
            Draft.amazon(.warrantyRefused) {
                $0.order.deliveredIn = .france
                $0.order.amount = Draft.euros(320)
                $0.order.deliveredOn = Draft.day("2026-03-12")
                $0.consumer.professional = false
                $0.past(
                    Draft.contact(.chat, "2026-09-20T10:00:00+02:00", .refused),
                    Draft.contact(
                        .registeredMail, "2026-10-02T10:00:00+02:00", .noReply, delivered: "2026-10-05"))
            }, best: .mediator, acceptable: [.conciliator, .consumerAssociation], mustNot: [.odr]),
        WorkedCase(
            "the mediator's year is over", "2026-11-24T10:00:00+01:00",
            Draft.amazon(.refundRefused) {
                $0.order.amount = Draft.euros(450)
                $0.preferences.askedChannel = .mediator
                $0.past(
                    Draft.contact(
                        .registeredMail, "2025-10-01T10:00:00+02:00", .refused, delivered: "2025-10-03"))
            }, best: .conciliator, acceptable: [.consumerAssociation], mustNot: [.mediator, .odr]),
        WorkedCase(
            "a subscription on a Sunday night", "2026-11-29T22:00:00+01:00",
            Draft.amazon(.subscriptionCancellation) { $0.seller.kind = nil }, best: .selfService,
            acceptable: [.chat], mustNot: [.mediator, .phone, .registeredMail]),
        WorkedCase(
            "an account taken over, login impossible", "2026-11-24T08:30:00+01:00",
            Draft.amazon(.accountCompromised) {
                $0.seller.kind = nil
                $0.issue.urgency = .high
                $0.consumer.canLogIn = false
            }, best: .phone, acceptable: [.bankCardBlock, .socialDM, .cyber17],
            mustNot: [.callback, .chat, .email, .registeredMail]),
    ]
}
