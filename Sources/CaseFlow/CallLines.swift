import ChannelPluginKit
import CivilCalendar
import ContactRouting
import OpeningHours
import PhoneNumbers

/// The line that a person calls: which number works from where they are, what it costs, who answers when.
struct CallLines {
    let offer: ChannelOffer
    let facts: ContactCase
    let directory: Directory
    /// The number of whom the preparation is for, when the offer itself gives none.
    let recipientNumber: PhoneNumber?
    let language: Language

    private var consumer: Consumer { facts.consumer }

    func line(hours: CallHours?) -> CallLine {
        var line = CallLine()
        line.service = service
        line.hours = hours
        line.languages = offer.entry.languages
        line.advice = offer.entry.note?[language]
        guard let number else { return line }
        line.number = number
        line.price = offer.entry.cost
        let parsed = try? ParsedPhoneNumber(parsing: number.text, region: .france)
        let isNear = parsed.map { Self.isSamePlan($0.region?.code, consumer.country ?? .france) } ?? false
        line.isAbroad = !isNear
        line.dialled = parsed.flatMap { try? TextLine(parsing: isNear ? $0.national : $0.international) }
        line.cost = statedCost ?? (isNear ? parsed.flatMap { Self.cost(of: $0) } : nil)
        return line
    }

    /// A line is the line of whoever offers it, also when the goods came from another seller.
    private var service: TextLine? {
        switch offer.owner {
        case .institution(_, let name): try? TextLine(parsing: name)
        case .merchant, .law, .closed, .person: facts.merchantName(in: directory)
        }
    }

    /// The number that the offer gives this person.
    private var number: PhoneNumber? {
        offer.endpoints(for: consumer).lazy.compactMap { endpoint in
            if case .tel(let number) = endpoint.address { number } else { nil }
        }.first ?? recipientNumber
    }

    /// The directory's word on the number that is dialled.
    private var statedCost: Endpoint.CallCost? {
        offer.endpoints(for: consumer).first { endpoint in
            if case .tel(let other) = endpoint.address { other == number } else { false }
        }?.cost
    }

    /// What the French numbering plan says of a number's price; nil where it says nothing.
    ///
    /// - Source: the numbering plan since 2015-10-01: 0800 to 0805 free, 0806 to 0809 an ordinary call.
    private static func cost(of number: ParsedPhoneNumber) -> Endpoint.CallCost? {
        guard number.callingCode == 33 else { return nil }
        return switch number.lineType {
        case .freephone: .free
        case .sharedCost, .premium: .premium
        case .fixed, .mobile, .fixedOrMobile, .voip, .universal: .normalCall
        case .other, .unknown: nil
        }
    }

    /// Whether a number is dialled in its national form there.
    private static func isSamePlan(_ region: String?, _ country: CountryCode) -> Bool {
        guard let region else { return false }
        return region == country.text || (frenchPlan.contains(region) && frenchPlan.contains(country.text))
    }

    /// The territories that one numbering plan covers.
    ///
    /// - Source: Arcep, decision 2018-0881.
    private static let frenchPlan: Set<String> = ["FR", "RE", "YT", "GP", "GF", "MQ", "MF", "BL"]
}

extension CallHours {
    /// What a line's hours mean to a person at a moment.
    ///
    /// - Parameters:
    ///   - lineZone: the zone that the hours are told in.
    ///   - zone: the person's, in which a day is one of theirs.
    init(_ hours: Evaluator, in lineZone: TimeZoneRules, for zone: TimeZoneRules, at now: Instant) {
        let day = zone.day(at: now)
        let today = zone.startOfDay(day)..<max(zone.endOfDay(day), zone.startOfDay(day))
        let availability = hours.availability(at: now)
        let next: Instant? =
            switch availability {
            case .open(let until): until.flatMap { hours.nextOpening(onOrAfter: $0) }
            case .closed(let opensAt): opensAt
            case .unknown: nil
            }
        self.init(
            availability: availability,
            today: CallSlots.openings(of: hours, in: today).compactMap {
                CallSlot(from: $0.lowerBound, to: $0.upperBound)
            },
            isPartlyUnknown: hours.intervals(in: today).contains { interval in
                if case .unknown = interval.state { true } else { false }
            },
            nextOpening: next, zone: lineZone)
    }
}
