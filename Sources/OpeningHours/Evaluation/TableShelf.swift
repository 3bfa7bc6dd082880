import Synchronization

/// Tables in slots 0 to 127, each put there once, by whoever is first.
///
/// Reading takes no lock and counts no reference, so many threads can read at once without waiting for each other.
final class TableShelf: Sendable {
    /// For each slot the address of its table, 0 for none.
    ///
    /// Each holds one reference to its table, which the shelf gives back at its end.
    private let addresses: [128 of Atomic<UInt>]

    init() { addresses = .init { _ in Atomic(0) } }

    deinit {
        for slot in addresses.indices { Self.table(addresses[slot].load(ordering: .acquiring))?.release() }
    }

    /// What the table in the slot knows; nil when there is none.
    ///
    /// The shelf has to outlive the view.
    @inline(__always)
    func view(_ slot: Int) -> DayView? {
        Self.table(addresses[slot].load(ordering: .acquiring))?._withUnsafeGuaranteedRef { $0.view }
    }

    /// The table in the slot; nil when there is none.
    func table(_ slot: Int) -> DayTable? {
        Self.table(addresses[slot].load(ordering: .acquiring))?.takeUnretainedValue()
    }

    /// Puts a table into the slot unless there is one; returns what the one that is there knows.
    func put(_ table: DayTable, _ slot: Int) -> DayView {
        let reference = Unmanaged.passRetained(table)
        let address = UInt(bitPattern: reference.toOpaque())
        let (isFirst, found) = addresses[slot].compareExchange(
            expected: 0, desired: address, ordering: .acquiringAndReleasing)
        if isFirst { return table.view }
        reference.release()
        return Self.table(found)?._withUnsafeGuaranteedRef { $0.view } ?? table.view
    }

    @inline(__always)
    private static func table(_ address: UInt) -> Unmanaged<DayTable>? {
        UnsafeRawPointer(bitPattern: address).map { .fromOpaque($0) }
    }
}
