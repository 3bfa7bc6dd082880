internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension DecisionWriting {
    func write(_ channel: UsableChannel, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("channel")
        writer.string(channel.channel.text)
        write(channel.score, to: &writer)
        write(channel.availability, to: &writer)
        write(expectedAnswer: channel.expectedAnswer, to: &writer)
        writer.key("cost")
        writer.money(channel.offer.cost(for: facts.consumer))
        writer.key("evidence")
        writer.string(channel.offer.profile.evidence.rawValue)
        writer.key("effort")
        writer.string(channel.offer.profile.effort.rawValue)
        let fragments =
            writer.layout == .compact ? known.fragments(of: channel.offer, on: today) : nil
        writer.key("endpoints")
        if let fragments {
            writer.value(compact: fragments.endpoints)
        } else {
            Self.writeEndpoints(of: channel.offer, to: &writer)
        }
        writeMissing(of: channel, to: &writer)
        writeReasons(of: channel, to: &writer)
        writer.key("facts")
        if let fragments {
            writer.value(compact: fragments.facts)
        } else {
            Self.writeSources(of: channel.offer, on: today, to: &writer)
        }
        writer.endObject()
    }

    static func writeEndpoints(of offer: ChannelOffer, to writer: inout JSONWriter) {
        writer.beginArray()
        for endpoint in offer.entry.endpoints { write(endpoint, to: &writer) }
        writer.endArray()
    }

    /// Every source, and whether it should be checked again on that day.
    static func writeSources(of offer: ChannelOffer, on day: CivilDay, to writer: inout JSONWriter) {
        writer.beginArray()
        for source in offer.sources { writer.source(source, on: day) }
        writer.endArray()
    }

    func write(_ score: Score, to writer: inout JSONWriter) {
        writer.key("score")
        writer.int(score.total)
        writer.key("terms")
        writer.beginArray()
        for term in score.terms {
            writer.beginObject()
            writer.key("name")
            writer.string(term.name.rawValue)
            writer.key("points")
            writer.int(term.points)
            writer.endObject()
        }
        writer.endArray()
    }

    private func write(_ availability: Availability, to writer: inout JSONWriter) {
        let state: String
        var until: Instant?
        switch availability {
        case .open(let end):
            state = "open"
            until = end
        case .closed(let opensAt):
            state = "closed"
            until = opensAt
        case .unknown: state = "unknown"
        }
        writer.key("availability")
        writer.beginObject()
        writer.key("state")
        writer.string(state)
        writer.key("until")
        writer.moment(until, in: zone)
        writer.endObject()
    }

    func write(expectedAnswer: ClosedRange<Instant>, to writer: inout JSONWriter) {
        writer.key("expectedAnswer")
        writer.beginObject()
        writer.key("from")
        writer.moment(expectedAnswer.lowerBound, in: zone)
        writer.key("to")
        writer.moment(expectedAnswer.upperBound, in: zone)
        writer.key("basis")
        writer.string("editorial")
        writer.endObject()
    }

    private func writeMissing(of channel: UsableChannel, to writer: inout JSONWriter) {
        writer.key("missing")
        writer.beginArray()
        for fact in channel.missing { write(fact, to: &writer) }
        writer.endArray()
    }

    /// A fact with the question that asks for it.
    func write(_ fact: FactPath, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("fact")
        writer.string(fact.rawValue)
        if let wording {
            writer.key("text")
            writer.string(wording.question(for: fact))
        }
        writer.endObject()
    }

    private func writeReasons(of channel: UsableChannel, to writer: inout JSONWriter) {
        writer.key("reasons")
        writer.beginArray()
        for reason in channel.reasons {
            writer.beginObject()
            writer.key("code")
            writer.string(reason.rawValue)
            if let wording {
                writer.key("text")
                writer.string(wording.text(of: reason, for: channel))
            }
            writer.endObject()
        }
        writer.endArray()
    }

    // MARK: Endpoints

    private static func write(_ endpoint: Endpoint, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("kind")
        writer.string(endpoint.kind.rawValue)
        writer.key("value")
        write(endpoint.address, to: &writer)
        writer.key("for")
        write(endpoint.audience, to: &writer)
        writer.endObject()
    }

    private static func write(_ address: Endpoint.Address, to writer: inout JSONWriter) {
        switch address {
        case .url(let link): writer.string(link.text)
        case .tel(let number): writer.string(number.text)
        case .email(let address): writer.string(address.text)
        case .handle(let text), .menu(let text): writer.string(text)
        case .post(let address):
            writer.beginArray()
            for line in address.lines { writer.string(line.text) }
            writer.endArray()
        }
    }

    private static func write(_ audience: Endpoint.Audience?, to writer: inout JSONWriter) {
        guard let audience else {
            writer.null()
            return
        }
        writer.beginObject()
        write(audience.callerCountry, as: "callerCountry", to: &writer)
        write(audience.callerCountryNot, as: "callerCountryNot", to: &writer)
        writer.endObject()
    }

    private static func write(_ countries: [CountryCode], as key: StaticString, to writer: inout JSONWriter) {
        guard !countries.isEmpty else { return }
        writer.key(key)
        writer.beginArray()
        for country in countries { writer.string(country.text) }
        writer.endArray()
    }
}

extension Endpoint {
    var kind: EndpointKind {
        switch address {
        case .url: .url
        case .tel: .tel
        case .email: .email
        case .post: .post
        case .handle: .handle
        case .menu: .menu
        }
    }
}

extension ChannelOffer {
    /// Every source that stands behind the offer, each once.
    var sources: [Source] {
        var sources = [entry.source]
        let others = entry.endpoints.compactMap(\.source) + entry.conditions.compactMap(\.source)
        for source in others where !sources.contains(source) { sources.append(source) }
        return sources
    }
}
