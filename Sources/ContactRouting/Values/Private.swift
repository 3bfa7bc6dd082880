/// Personal data that must not reach a log, a metric or an error text by accident.
///
/// Printing, string interpolation and `dump` show `‹private›`. Reading takes an explicit ``reveal()``, which a
/// reviewer can search for.
public struct Private<Value: Sendable>: Sendable {
    private let value: Value

    public init(_ value: Value) { self.value = value }

    /// The value itself, for the one place that needs it.
    public func reveal() -> Value { value }
}

extension Private: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "‹private›" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Private: Equatable where Value: Equatable {}
extension Private: Hashable where Value: Hashable {}
