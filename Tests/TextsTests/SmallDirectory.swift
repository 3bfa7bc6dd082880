import CivilCalendar
import ContactRouting

/// A directory of one marketplace and the institutions, as small as the texts need it.
enum SmallDirectory {
    static let hours = [
        HoursKey(text: "24/7", timeZone: "Europe/Paris", holidays: .france(.metropole)),
        HoursKey(
            text: "Mo-Sa 06:00-24:00; Su 10:00-19:00", timeZone: "Europe/Paris", holidays: .france(.metropole)
        ),
    ]

    static func make() throws -> Directory {
        Directory(
            updatedOn: try .at("2026-11-22"), merchants: [try shop()], institutions: try institutions(),
            closed: [
                ClosedService(
                    id: .odr, since: try .at("2025-07-20"), successor: [.mediator, .eccNet],
                    source: try source()),
                ClosedService(
                    id: .bloctel, since: try .at("2026-08-11"), successor: [.signalConso, .report33700],
                    source: try source()),
            ], hours: hours)
    }

    static func source() throws -> Source {
        Source(
            url: nil, title: "a page", checkedOn: try .at("2026-11-22"), confidence: .high,
            staleAfter: try .at("2027-11-22"))
    }

    private static func shop() throws -> Merchant {
        let source = try source()
        let login = Condition(rule: .login, issues: nil, source: nil)
        func entry(_ channel: ChannelName, hours: Int? = nil, _ conditions: [Condition] = []) -> ChannelEntry
        {
            ChannelEntry(channel: channel, hours: hours, conditions: conditions, source: source)
        }
        var phone = entry(.phone, hours: 1)
        phone.endpoints = [
            Endpoint(address: .tel(try PhoneNumber(parsing: "+33805101420")), cost: .free)
        ]
        var chat = entry(.chat, hours: 0, [login])
        chat.languages = ["fr", "en"]
        var email = entry(.email, [login])
        email.endpoints = [Endpoint(address: .menu("Help"))]
        return Merchant(
            id: try EntryID(parsing: "amazon-fr"), name: "Amazon.fr", country: .france,
            legal: LegalEntity(
                name: "Example", registration: nil, seatCountry: try CountryCode(parsing: "LU"),
                seatAddress: nil,
                branchIn: [.france], source: source), timeZone: "Europe/Paris", marketplace: true,
            mediator: try EntryID(parsing: "fevad"), mediatorSource: source, website: nil,
            policies: [
                Policy(
                    id: "return", channel: .onlineReturn, after: .deliveredOn, days: 30, extensions: [],
                    source: source)
            ],
            channels: [
                entry(.selfService, [login]), entry(.onlineReturn, [login]), entry(.withdrawalButton),
                chat, entry(.callback, hours: 1, [login]), phone,
                entry(.accessiblePhone, hours: 1), email, entry(.socialDM),
                entry(.sellerMessaging, [login, fact(.sellerType, ["third-party"], .wrongSeller)]),
                guarantee(source), entry(.registeredMail), entry(.merchantPhishingReport),
            ])
    }

    private static func guarantee(_ source: Source) -> ChannelEntry {
        let notArrived = IssueSet.notArrived
        return ChannelEntry(
            channel: .marketplaceGuarantee,
            conditions: [
                fact(.sellerType, ["third-party"], .wrongSeller),
                fact(.sellerFulfilledBy, ["seller"], .wrongSeller),
                Condition(
                    rule: .opens(
                        OpensRule(after: .sellerContacted, span: .hours(48), unlessSellerRefused: true)),
                    issues: nil, source: source),
                Condition(
                    rule: .opens(
                        OpensRule(after: .latestEstimatedDelivery, span: .days(3), unlessSellerRefused: false)
                    ),
                    issues: notArrived, source: source),
                Condition(
                    rule: .closes(ClosesRule(after: .latestEstimatedDelivery, span: .days(90))), issues: nil,
                    source: source),
                Condition(rule: .blocks(.bankChargeback), issues: nil, source: source),
                Condition(rule: .blockedBy(.bankChargeback), issues: nil, source: source),
            ], source: source)
    }

    static func fact(_ fact: FactPath, _ values: [String], _ code: ObjectionCode) -> Condition {
        Condition(
            rule: .fact(
                FactRule(
                    fact: fact, test: .oneOf(values.map { .name($0) }), isPrecondition: true, otherwise: code)
            ),
            issues: nil, source: nil)
    }

    private static func institutions() throws -> [Institution] {
        let delivered = fact(.deliveredIn, ["FR"], .outOfScope)
        return [
            try institution("fevad", "Médiateur FEVAD", .mediator, [.mediator], [delivered]),
            try institution("cec", "CEC France", .europeanConsumerCentre, [.eccNet]),
            try institution("conciliateur", "Conciliateur de justice", .conciliator, [.conciliator]),
            try institution("tribunal", "Tribunal judiciaire", .court, [.courtRequest]),
            try institution("associations", "Associations", .association, [.consumerAssociation]),
            try institution("signalconso", "SignalConso", .authority, [.signalConso]),
            try institution("rappelconso", "RappelConso", .authority, [.productSafety]),
            try institution("fraude", "Fraude", .fraudReporting, [.report33700, .signalSpam, .cyber17]),
            try institution("police", "Police", .police, [.pharos, .policeThesee]),
            try institution("banque", "Banque", .bank, [.bankCardBlock, .bankChargeback, .bankClaim]),
        ]
    }

    private static func institution(
        _ id: String, _ name: String, _ kind: Institution.Kind, _ channels: [ChannelName],
        _ conditions: [Condition] = []
    ) throws -> Institution {
        let source = try source()
        return Institution(
            id: try EntryID(parsing: id), name: name, kind: kind, country: .france, timeZone: "Europe/Paris",
            channels: channels.map { ChannelEntry(channel: $0, conditions: conditions, source: source) })
    }
}
