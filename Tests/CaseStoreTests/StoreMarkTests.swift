import CaseStore
import ContactRouting
import Testing

@Suite("StoreMark")
struct StoreMarkTests {
    @Test("it follows from 40 bits of chance, and is read as it was written")
    func made() throws {
        let zeros = try #require(LogSalt(bytes: [UInt8](repeating: 0, count: 16)))
        let ones = try #require(LogSalt(bytes: [UInt8](repeating: 255, count: 16)))
        let some = try #require(LogSalt(bytes: [1, 2, 3, 4, 5] + [UInt8](repeating: 9, count: 11)))

        #expect(StoreMark(zeros).text == "00000000")
        #expect(StoreMark(ones).text == "zzzzzzzz")
        #expect(StoreMark(StoreMark(some).text) == StoreMark(some))
        _ = try DeliveryReference(parsing: "lamp-1-\(StoreMark(some))")
    }

    @Test("it knows the deliveries that were ordered in its own store, and no others")
    func marks() throws {
        let mark = try #require(StoreMark("7k2q9mxd"))

        let own = try ["lamp-1-7k2q9mxd", "lamp-7k2q9mxd-2-7k2q9mxd"].map {
            try DeliveryReference(parsing: $0)
        }
        let others = try ["lamp-1", "lamp-1-7k2q9mxe", "lamp-7k2q9mxd-1", "lamp-17k2q9mxd"].map {
            try DeliveryReference(parsing: $0)
        }

        #expect(own.allSatisfy { mark.marks($0) })
        #expect(!others.contains { mark.marks($0) })
    }

    @Test(
        "anything else is no mark",
        arguments: ["", "7k2q9mx", "7k2q9mxdd", "7K2Q9MXD", "7k2q9mxi", "7k2q9mx-"])
    func refused(text: String) { #expect(StoreMark(text) == nil) }
}

@Suite("AgendaRevision")
struct AgendaRevisionTests {
    @Test("it is read as it was written, and two changes with the same number differ by chance")
    func read() throws {
        let zeros = try #require(LogSalt(bytes: [UInt8](repeating: 0, count: 16)))
        let ones = try #require(LogSalt(bytes: [UInt8](repeating: 255, count: 16)))
        let (first, other) = (AgendaRevision.beginning.next(zeros), AgendaRevision.beginning.next(ones))

        #expect(first.text == "1-00000000")
        #expect(first != other)
        for revision in [.beginning, first, other, other.next(zeros)] {
            #expect(AgendaRevision(revision.text) == revision)
        }
    }

    @Test(
        "anything else is none",
        arguments: ["", "x", "01", "+1", "1-", "1-zzz", "-1-zzzzzzzz", "1-zzzzzzzz-"])
    func refused(text: String) { #expect(AgendaRevision(text) == nil) }
}
