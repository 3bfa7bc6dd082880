internal import ContactRouting
internal import JSONText
internal import PhoneNumbers

extension Intake {
    /// A channel that exists.
    func channel(among known: Set<ChannelName>) -> (JSONValue) -> ChannelName? {
        { value in
            guard let text = self.text(value) else { return nil }
            guard let channel = Self.channel(text, among: known) else {
                self.note(Self.unknownChannel(text, among: known), at: value)
                return nil
            }
            return channel
        }
    }

    /// - Returns: nil unless the name is well formed and known.
    static func channel(_ text: String, among known: Set<ChannelName>) -> ChannelName? {
        guard let name = try? ChannelName(parsing: text), known.contains(name) else { return nil }
        return name
    }

    static func unknownChannel(_ text: String, among known: Set<ChannelName>) -> Fault {
        // Sorted, because a set has another order in every run.
        .unknownChannel(text, nearest: nearestName(to: text, among: known.map(\.text).sorted()))
    }

    func entryID(_ value: JSONValue) -> EntryID? { checked(value, EntryID.init(parsing:)) }

    /// Languages that somebody reads, at least one and each once.
    func languages(_ value: JSONValue) -> [String]? { list(value, min: 1, max: 30, languageCode) }

    /// ISO 639-1.
    private func languageCode(_ value: JSONValue) -> String? {
        guard let text = text(value) else { return nil }
        let isCode =
            text.utf8.count == 2 && text.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains)
        guard isCode else {
            note(.malformedForm(.languageCode), at: value)
            return nil
        }
        return text
    }

    /// The name of a time zone that exists.
    func timeZone(_ exists: @escaping (String) -> Bool) -> (JSONValue) -> String? {
        { value in
            guard let name = self.text(value) else { return nil }
            guard exists(name) else {
                let nearest = nearestName(to: name, among: KnownZones.usual)
                self.note(.unknownTimeZone(name, nearest: nearest), at: value)
                return nil
            }
            return name
        }
    }

    /// A phone number in any usual notation.
    ///
    /// A number that cannot exist is a fault; one of a range that is not known is not.
    ///
    /// - Parameter region: whose national notation is meant when there is no calling code.
    func phone(in region: PhoneRegion) -> (JSONValue) -> PhoneNumber? {
        { value in
            guard let text = self.text(value) else { return nil }
            if FrenchNumbering.isOrdinary(text) { return try? PhoneNumber(parsing: text) }
            do throws(PhoneNumberError) {
                let number = try ParsedPhoneNumber(parsing: text, region: region)
                return self.usable(number, at: value)
            } catch {
                self.note(.malformedPhone(error), at: value)
                return nil
            }
        }
    }

    private func usable(_ number: ParsedPhoneNumber, at value: JSONValue) -> PhoneNumber? {
        guard number.isPossible else {
            note(.impossiblePhone, at: value)
            return nil
        }
        guard number.extensionDigits == nil else {
            note(.phoneExtension, at: value)
            return nil
        }
        do throws(RoutingError) {
            return try PhoneNumber(parsing: number.e164)
        } catch {
            note(.malformed(error), at: value)
            return nil
        }
    }
}

extension PhoneRegion {
    /// The region of a country's numbers; France when the country is not known.
    init(_ country: CountryCode?) {
        self = country.flatMap { try? PhoneRegion(parsing: $0.text) } ?? .france
    }
}
