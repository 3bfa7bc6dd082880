internal import ContactRouting
internal import JSONText

/// The kinds of endpoints.
enum EndpointKind: String, CaseIterable { case url, tel, email, post, handle, menu }

extension DirectoryReading {
    func endpoint(_ value: JSONValue) -> Endpoint? {
        guard var fields = Fields(value, intake) else { return nil }
        let kind: EndpointKind? = fields.require("kind", intake.choice)
        let text = fields.required("value")
        let label = fields.read("label", localText)
        let audience = fields.read("for", audience)
        let cost: Endpoint.CallCost? = fields.read("cost", intake.choice)
        let source = fields.read("source", source)
        let validity = validity(&fields)
        fields.finish()
        guard let kind, let text, let address = address(text, kind, cost: cost) else { return nil }
        return Endpoint(
            address: address, label: label, audience: audience, cost: cost, source: source, validity: validity
        )
    }

    private func address(
        _ value: JSONValue, _ kind: EndpointKind, cost: Endpoint.CallCost?
    ) -> Endpoint.Address? {
        switch kind {
        case .url: linkOfOwner(value).map { .url($0) }
        case .tel: internationalNumber(value, cost: cost).map { .tel($0) }
        case .email: publicEmail(value).map { .email($0) }
        case .post: postalAddress(value).map { .post($0) }
        case .handle: handle(value).map { .handle($0) }
        case .menu: line(value).map { .menu($0) }
        }
    }

    private func linkOfOwner(_ value: JSONValue) -> WebLink? {
        guard let link = httpsLink(value) else { return nil }
        lintLink(link, at: value)
        return link
    }

    private func postalAddress(_ value: JSONValue) -> PostalAddress? {
        guard let address = address(lines: 3...6, capitalsFrom: 3)(value) else { return nil }
        lintAddress(address, isFrench: nil, at: value)
        return address
    }

    /// Longest name of a page on a social network, in bytes.
    private static let handleMax = 64

    private func handle(_ value: JSONValue) -> String? {
        guard let text = intake.text(value) else { return nil }
        let name = text.utf8.dropFirst()
        let isHandle =
            text.hasPrefix("@") && !name.isEmpty && text.utf8.count <= Self.handleMax
            && name.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "._-".utf8.contains(byte)
            }
        guard isHandle else {
            intake.note(.malformedForm(.handle), at: value)
            return nil
        }
        return text
    }

    /// For callers from some countries, or from all others: one of the two.
    private func audience(_ value: JSONValue) -> Endpoint.Audience? {
        guard var fields = Fields(value, intake) else { return nil }
        let countries = intake.list(min: 1, max: 50, intake.country)
        let inside = fields.value("callerCountry")
        let outside = fields.value("callerCountryNot")
        fields.finish()
        guard (inside == nil) != (outside == nil) else {
            intake.note(.needsOneOf(["callerCountry", "callerCountryNot"]), at: value)
            return nil
        }
        return Endpoint.Audience(
            callerCountry: inside.flatMap(countries) ?? [], callerCountryNot: outside.flatMap(countries) ?? []
        )
    }
}
