import CivilCalendar
import ContactRouting
import JSONText

extension FixtureReader {
    func condition(_ value: JSONValue) throws -> Condition {
        Condition(
            rule: try rule(value), issues: try value["issues"].map { try issues($0) },
            source: value["source"] == nil ? nil : try source(value))
    }

    private func rule(_ value: JSONValue) throws -> Condition.Rule {
        switch try value.text("rule") {
        case "login": return .login
        case "fact": return .fact(try fact(value))
        case "blocks": return .blocks(try ChannelName(parsing: value.text("channel")))
        case "blocked-by": return .blockedBy(try ChannelName(parsing: value.text("channel")))
        case "opens":
            return .opens(
                OpensRule(
                    after: try event(value), span: try span(value),
                    unlessSellerRefused: value["unless"] != nil))
        case "closes": return .closes(ClosesRule(after: try event(value), span: try span(value)))
        case let other: throw DirectoryFixture.Flaw.unexpected(other)
        }
    }

    private func fact(_ value: JSONValue) throws -> FactRule {
        guard let path = FactPath(rawValue: try value.text("fact")),
            let otherwise = ObjectionCode(rawValue: try value.text("otherwise"))
        else { throw DirectoryFixture.Flaw.unexpected("fact") }
        func values(_ key: StaticString) throws -> [FactValue] {
            try value.list(key).map { $0.bool.map { .bool($0) } ?? .name($0.string ?? "") }
        }
        let test: FactRule.Test =
            value["oneOf"] != nil ? .oneOf(try values("oneOf")) : .noneOf(try values("noneOf"))
        return FactRule(
            fact: path, test: test, isPrecondition: try value.text("unknown") == "refuse",
            otherwise: otherwise)
    }

    private func event(_ value: JSONValue) throws -> CaseEventName {
        guard let event = CaseEventName(rawValue: try value.text("after")) else {
            throw DirectoryFixture.Flaw.unexpected("after")
        }
        return event
    }

    func span(_ value: JSONValue) throws -> TimeLimit.Length {
        if value["hours"] != nil { return .hours(try value.count("hours")) }
        if value["months"] != nil { return .months(try value.count("months")) }
        if value["weeks"] != nil { return .weeks(try value.count("weeks")) }
        return switch value["counting"]?.string {
        case "worked": .workedDays(try value.count("days"))
        case "business": .businessDays(try value.count("days"))
        default: .days(try value.count("days"))  // tidy-allow: texts of a file
        }
    }

    func issues(_ value: JSONValue) throws -> IssueSet {
        guard let elements = value.elements else { throw DirectoryFixture.Flaw.unexpected("issues") }
        return IssueSet(elements.compactMap { IssueKind(rawValue: $0.string ?? "") })
    }
}

extension JSONValue {
    func list(_ key: StaticString) throws -> [JSONValue] {
        guard let value = self[key], let elements = value.elements else { return [] }
        return Array(elements)
    }

    func text(_ key: StaticString) throws -> String {
        guard let text = self[key]?.string else { throw DirectoryFixture.Flaw.unexpected("\(key)") }
        return text
    }

    func day(_ key: StaticString) throws -> CivilDay {
        guard let day = CivilDay(try text(key)) else { throw DirectoryFixture.Flaw.unexpected("\(key)") }
        return day
    }

    func count(_ key: StaticString) throws -> Int {
        guard let number = self[key]?.int else { throw DirectoryFixture.Flaw.unexpected("\(key)") }
        return Int(number)
    }
}
