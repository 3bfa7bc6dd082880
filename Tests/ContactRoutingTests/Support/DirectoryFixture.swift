import CivilCalendar
import ContactRouting
import Glibc
import JSONText

/// Reads the shipped `channels.json` for tests of the decision: as much as these need, trusting the file.
///
/// The strict reader of the program is another module's; a decision must not depend on it.
enum DirectoryFixture {
    enum Flaw: Error { case unreadable(String), unexpected(String) }

    static func load(_ path: String) throws -> Directory {
        guard let file = fopen(path, "rb") else { throw Flaw.unreadable(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return try parse(bytes)
    }

    static func parse(_ bytes: [UInt8]) throws -> Directory {
        let root = try JSONDocument(parsing: bytes).root
        var reader = FixtureReader()
        let merchants = try root.list("merchants").map { try reader.merchant($0) }
        let institutions = try root.list("institutions").map { try reader.institution($0) }
        let closed = try root.list("closed").map { value in
            ClosedService(
                id: try ChannelName(parsing: value.text("id")), since: try value.day("since"),
                successor: try value.list("successor").map { try ChannelName(parsing: $0.string ?? "") },
                source: try reader.source(value))
        }
        return Directory(
            updatedOn: try root.day("updatedOn"), merchants: merchants, institutions: institutions,
            closed: closed, hours: reader.hours)
    }
}

struct FixtureReader {
    private(set) var hours: [HoursKey] = []

    mutating func merchant(_ value: JSONValue) throws -> Merchant {
        let zone = try value.text("timeZone")
        let region = value["holidays"]?["region"]?.string.flatMap(FrenchRegion.init(rawValue:))
        let holidays = region.map { PublicHolidays.france($0) }
        return Merchant(
            id: try EntryID(parsing: value.text("id")), name: try value.text("name"),
            country: try CountryCode(parsing: value.text("country")),
            legal: try value["legal"].flatMap { $0.isNull ? nil : try legal($0) }, timeZone: zone,
            marketplace: value["marketplace"]?.bool,
            mediator: try value["mediator"]?.string.map { try EntryID(parsing: $0) },
            mediatorSource: nil, website: nil,
            policies: try value.list("policies").map { try policy($0) },
            channels: try value.list("channels").map { try channel($0, zone: zone, holidays: holidays) })
    }

    mutating func institution(_ value: JSONValue) throws -> Institution {
        guard let kind = Institution.Kind(rawValue: try value.text("kind")) else {
            throw DirectoryFixture.Flaw.unexpected("kind")
        }
        let zone = try value.text("timeZone")
        return Institution(
            id: try EntryID(parsing: value.text("id")), name: try value.text("name"), kind: kind,
            country: try value["country"]?.string.map { try CountryCode(parsing: $0) }, timeZone: zone,
            channels: try value.list("channels").map {
                try channel($0, zone: zone, holidays: .france(.metropole))
            })
    }

    private func legal(_ value: JSONValue) throws -> LegalEntity {
        LegalEntity(
            name: try value.text("name"), registration: nil,
            seatCountry: try value["seatCountry"]?.string.map { try CountryCode(parsing: $0) },
            seatAddress: nil,
            branchIn: try value.list("branchIn").map { try CountryCode(parsing: $0.string ?? "") },
            source: try source(value))
    }

    private func policy(_ value: JSONValue) throws -> Policy {
        guard let after = CaseEventName(rawValue: try value.text("after")) else {
            throw DirectoryFixture.Flaw.unexpected("after")
        }
        let extensions = try value.list("extensions").map { span in
            Policy.Extension(
                orderedFrom: try span.day("orderedFrom"), orderedTo: try span.day("orderedTo"),
                until: try span.day("until"), source: try source(span))
        }
        return Policy(
            id: try value.text("id"), channel: try ChannelName(parsing: value.text("channel")), after: after,
            days: try value.count("days"), extensions: extensions, source: try source(value))
    }

    private mutating func channel(_ value: JSONValue, zone: String, holidays: PublicHolidays?) throws
        -> ChannelEntry
    {
        var index: Int?
        if let text = value["hours"]?.string {
            let key = HoursKey(text: text, timeZone: zone, holidays: holidays)
            index = hours.firstIndex(of: key) ?? hours.count
            if index == hours.count { hours.append(key) }
        }
        return ChannelEntry(
            channel: try ChannelName(parsing: value.text("channel")),
            endpoints: try value.list("endpoints").map { try endpoint($0) }, hours: index,
            conditions: try value.list("conditions").map { try condition($0) },
            requires: try value.list("requires").compactMap { FactPath(rawValue: $0.string ?? "") },
            languages: try value.list("languages").compactMap(\.string),
            answerTime: try value["answerTime"].map { try span($0) },
            issues: try value["issues"].map { try issues($0) },
            cost: try value["cost"].map { cost in
                Money(
                    hundredths: try Money(parsing: cost.text("amount"), currency: .euro).hundredths)
            },
            networks: try value.list("networks").compactMap(\.string), source: try source(value))
    }

    private func endpoint(_ value: JSONValue) throws -> Endpoint {
        let address: Endpoint.Address =
            switch try value.text("kind") {
            case "url": .url(try WebLink(parsing: value.text("value")))
            case "tel": .tel(try PhoneNumber(parsing: value.text("value")))
            case "email": .email(try EmailAddress(parsing: value.text("value")))
            case "post":
                .post(
                    try PostalAddress(
                        lines: value.list("value").map { try TextLine(parsing: $0.string ?? "") }))
            case "handle": .handle(try value.text("value"))
            default: .menu(try value.text("value"))  // tidy-allow: texts of a file
            }
        let audience = try value["for"].map { audience in
            Endpoint.Audience(
                callerCountry: try audience.list("callerCountry").map {
                    try CountryCode(parsing: $0.string ?? "")
                },
                callerCountryNot: try audience.list("callerCountryNot").map {
                    try CountryCode(parsing: $0.string ?? "")
                })
        }
        return Endpoint(
            address: address, audience: audience,
            cost: value["cost"]?.string.flatMap(Endpoint.CallCost.init(rawValue:)))
    }

    func source(_ value: JSONValue) throws -> Source {
        guard let source = value["source"] else { throw DirectoryFixture.Flaw.unexpected("source") }
        return Source(
            url: try source["url"]?.string.map { try WebLink(parsing: $0) }, title: source["title"]?.string,
            checkedOn: try source.day("checkedOn"),
            confidence: Source.Confidence(rawValue: try source.text("confidence")) ?? .low,
            staleAfter: try source.day("staleAfter"))
    }
}
