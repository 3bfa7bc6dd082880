import Testing

@testable import JSONText

@Suite("Output, byte by byte")
struct OutputBytesTests {
    @Test("what was written is written again, and no more than asked for is taken")
    func writes() {
        var output = OutputBytes(capacity: 0)

        for byte in 0..<200 { output.append(UInt8(byte)) }
        output.append(again: 10..<13)
        output.write(upTo: 5) { _ in 0 }

        #expect(output.array == Array(0..<200) + [10, 11, 12])
    }

    @Test("a stretch that says it is longer than its room, or shorter than nothing, ends the program")
    func keepsToItsLength() async {
        await #expect(processExitsWith: .failure) {
            var output = OutputBytes(capacity: 64)
            output.write(upTo: 4) { _ in 5 }
        }
        await #expect(processExitsWith: .failure) {
            var output = OutputBytes(capacity: 64)
            output.append(1)
            output.write(upTo: 4) { _ in -1 }
        }
    }

    @Test("only what was written can be written again")
    func onlyWhatWasWritten() async {
        await #expect(processExitsWith: .failure) {
            var output = OutputBytes(capacity: 64)
            output.append(1)
            output.append(again: -1..<1)
        }
        await #expect(processExitsWith: .failure) {
            var output = OutputBytes(capacity: 64)
            output.append(1)
            output.append(again: 0..<2)
        }
    }
}
