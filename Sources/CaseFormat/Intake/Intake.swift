internal import JSONText

/// Reads the values of one file and notes everything that is wrong with them.
///
/// A reading function that gives nil for a value that is there has noted why; so the readers go on after a fault and
/// find the next one. Used by one reader at a time.
final class Intake {
    /// Most faults that are noted; further ones are not looked for.
    static let faultsMax = 100

    /// Whether `null` means the same as an absent key, as in cases.
    let nullIsUnknown: Bool
    private var noted: [(fault: Fault, spot: Spot)] = []

    /// Where a fault stands; positions are worked out when somebody asks, because they cost a walk over the file.
    private enum Spot {
        case value(JSONValue)
        case place(JSONPlace)

        var place: JSONPlace {
            switch self {
            case .value(let value): value.place
            case .place(let place): place
            }
        }
    }

    init(nullIsUnknown: Bool) { self.nullIsUnknown = nullIsUnknown }

    var isClean: Bool { noted.isEmpty }

    /// How much was noted so far, to see whether a part was read without a fault.
    var count: Int { noted.count }

    /// Whether enough was found, so that long lists need not be read on.
    var isFull: Bool { noted.count >= Self.faultsMax }

    /// Notes a fault of a value.
    func note(_ fault: Fault, at value: JSONValue) { note(fault, .value(value)) }

    /// Notes a fault that stands at a key or inside a text.
    func note(_ fault: Fault, at place: JSONPlace) { note(fault, .place(place)) }

    private func note(_ fault: Fault, _ spot: Spot) {
        guard !isFull else { return }
        noted.append((fault, spot))
    }

    /// Everything that was noted, in the order of the file.
    ///
    /// - Complexity: O(faults × bytes).
    var errors: [CaseFormatError] {
        noted.map { (fault: $0.fault, place: $0.spot.place) }
            .enumerated()
            .sorted {
                ($0.element.place.position.offset, $0.offset) < ($1.element.place.position.offset, $1.offset)
            }
            .map { CaseFormatError($0.element.fault, at: $0.element.place) }
    }

    /// The first fault of the file, when there is one.
    func throwFirst() throws(CaseFormatError) {
        guard !isClean, let first = errors.first else { return }
        throw first
    }
}
