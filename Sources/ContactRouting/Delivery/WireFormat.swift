public import CivilCalendar

// Values that are one text or one number are written as that text or number and checked again when they are read.

extension ChannelName: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension DeliveryReference: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension IdempotencyKey: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension ArtifactRole: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension DoubtCode: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension StepName: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension EmailAddress: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension ArtifactFileName: Codable {
    public init(from decoder: any Decoder) throws {
        self = try checked(ArtifactFileName(parsing: String(from: decoder)), "a file name", decoder)
    }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension ContactLink: Codable {
    public init(from decoder: any Decoder) throws {
        self = try checked(ContactLink(parsing: String(from: decoder)), "a link", decoder)
    }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension WebLink: Codable {
    public init(from decoder: any Decoder) throws { try self.init(parsing: String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension HTTPTarget: Codable {
    public init(from decoder: any Decoder) throws {
        self = try checked(HTTPTarget(parsing: String(from: decoder)), "an HTTP URL", decoder)
    }
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// Whole seconds since 1970-01-01T00:00:00Z.
extension Instant: Codable {
    public init(from decoder: any Decoder) throws { self.init(secondsSinceEpoch: try Int64(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try secondsSinceEpoch.encode(to: encoder) }
}

/// `2026-11-23`.
extension CivilDay: Codable {
    public init(from decoder: any Decoder) throws {
        self = try checked(CivilDay(String(from: decoder)), "a day", decoder)
    }
    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension Money: Codable {
    private enum CodingKeys: String, CodingKey { case amount, currency }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let currency = try Currency(parsing: container.decode(String.self, forKey: .currency))
        try self.init(parsing: container.decode(String.self, forKey: .amount), currency: currency)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(amount, forKey: .amount)
        try container.encode(currency.code, forKey: .currency)
    }
}

/// Writing reveals the value: an encoder is for the queue and the wire, never for a log.
extension Private: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try reveal().encode(to: encoder) }
}

private func checked<Value>(_ value: Value?, _ what: String, _ decoder: any Decoder) throws -> Value {
    guard let value else {
        throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "this is not \(what)"))
    }
    return value
}
