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

    @Test(
        "anything else is no mark",
        arguments: ["", "7k2q9mx", "7k2q9mxdd", "7K2Q9MXD", "7k2q9mxi", "7k2q9mx-"])
    func refused(text: String) { #expect(StoreMark(text) == nil) }
}
