import CivilCalendar
import ContactRouting

/// The worked cases that the program is measured by, as scenes.
enum WorkedScenes {
    static func all() throws -> [(id: String, scene: Scene)] { try made.get() }

    /// Made once, since a scene costs hundreds of decisions.
    private static let made = Result { try firstContacts() + escalations() + walls() }

    private static func firstContacts() throws -> [(id: String, scene: Scene)] {
        [
            (
                "w01",
                try Scene(.markedDeliveredNotReceived, at: "2026-11-29T09:30:00+01:00") {
                    $0.order.orderedOn = try .at("2026-11-25")
                    $0.order.promisedOn = try .at("2026-11-28")
                    $0.consumer.canCall = true
                }
            ),
            (
                "w02",
                try Scene(.itemDamaged, at: "2026-11-29T14:00:00+01:00") {
                    $0.order.deliveredOn = try .at("2026-11-27")
                    $0.order.amount = Money(hundredths: 8900)
                }
            ),
            (
                "w03",
                try Scene(.itemDefective, at: "2026-11-25T11:00:00+01:00") {
                    $0.order.deliveredOn = try .at("2026-11-20")
                    $0.consumer.language = .english
                }
            ),
            (
                "w06",
                try Scene(.itemDamaged, at: "2026-11-24T16:00:00+01:00") {
                    $0.seller.kind = .thirdParty
                    $0.seller.fulfilledBy = .merchant
                    $0.seller.primeEligible = true
                    $0.order.deliveredOn = try .at("2026-11-23")
                }
            ),
            (
                "w09",
                try Scene(.changeOfMind, at: "2026-11-24T23:00:00+01:00") {
                    var shop = MerchantDescription(name: try TextLine(parsing: "Boutique Générique"))
                    shop.country = .france
                    $0.merchant = .described(shop)
                    $0.seller.kind = .ownWebsite
                    $0.order.orderedOn = try .at("2026-11-06")
                    $0.order.deliveredOn = try .at("2026-11-10")
                    $0.order.item.category = .clothing
                }
            ),
            (
                "w13",
                try Scene(.subscriptionCancellation, at: "2026-11-29T22:00:00+01:00") { $0.seller.kind = nil }
            ),
        ]
    }

    private static func seller(_ facts: inout ContactCase) throws {
        facts.seller.kind = .thirdParty
        facts.seller.fulfilledBy = .seller
        facts.seller.primeEligible = false
        facts.order.deliveredOn = try .at("2026-11-21")
        facts.order.latestEstimatedDelivery = try .at("2026-11-22")
        try facts.did(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply)
    }

    private static func escalations() throws -> [(id: String, scene: Scene)] {
        [
            ("w04", try Scene(.itemNotAsDescribed, at: "2026-11-25T15:00:00+01:00") { try seller(&$0) }),
            ("w05", try Scene(.itemNotAsDescribed, at: "2026-11-26T10:00:00+01:00") { try seller(&$0) }),
            (
                "w07",
                try Scene(.warrantyRefused, at: "2026-11-24T10:00:00+01:00") {
                    $0.order.deliveredOn = try .at("2025-12-10")
                    $0.order.deliveredIn = .france
                    $0.order.amount = Money(hundredths: 32_000)
                    $0.consumer.professional = false
                    $0.preferences.askedChannel = .odr
                    try $0.did(.registeredMail, "2026-09-10T10:00:00+02:00", .refused)
                }
            ),
            (
                "w10",
                try Scene(.refundNotReceived, at: "2026-11-23T09:30:00+01:00") {
                    $0.order.withdrawalNotifiedOn = try .at("2026-11-03")
                    $0.order.returnShippedOn = try .at("2026-11-05")
                    $0.order.returnReceivedOn = try .at("2026-11-09")
                    $0.order.amount = Money(hundredths: 12_900)
                    try $0.did(.chat, "2026-11-18T10:00:00+01:00", .promiseNotKept)
                }
            ),
            (
                "w11",
                try Scene(.warrantyRefused, at: "2026-12-07T10:00:00+01:00") {
                    $0.order.deliveredOn = try .at("2026-03-12")
                    $0.order.deliveredIn = .france
                    $0.order.amount = Money(hundredths: 32_000)
                    try $0.did(.chat, "2026-09-20T10:00:00+02:00", .refused)
                    try $0.did(.registeredMail, "2026-10-02T10:00:00+02:00", .noReply)
                }
            ),
            (
                "w12",
                try Scene(.refundRefused, at: "2026-11-24T10:00:00+01:00") {
                    $0.order.amount = Money(hundredths: 45_000)
                    $0.preferences.askedChannel = .mediator
                    try $0.did(.registeredMail, "2025-10-01T10:00:00+02:00", .refused)
                }
            ),
        ]
    }

    private static func walls() throws -> [(id: String, scene: Scene)] {
        [
            (
                "w08",
                try Scene(.suspiciousMessage, at: "2026-11-22T21:30:00+01:00") {
                    $0.seller.kind = nil
                    $0.issue.medium = .sms
                    $0.issue.clicked = false
                    $0.issue.dataGiven = []
                }
            ),
            (
                "w14",
                try Scene(.accountCompromised, at: "2026-11-24T08:30:00+01:00") {
                    $0.seller.kind = nil
                    $0.issue.urgency = .high
                    $0.consumer.canLogIn = false
                    $0.consumer.canCall = true
                }
            ),
        ]
    }
}
