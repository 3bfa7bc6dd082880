import PDFWriting
import Testing

@Suite("Length")
struct LengthTests {
    @Test(
        "millimetres become hundredths of a point, to the nearest",
        arguments: [(0, 0), (1, 28), (10, 283), (2100, 59528), (2970, 84189), (-10, -283)])
    func tenths(tenths: Int, centipoints: Int) {
        let length = Length.tenths(tenths)

        #expect(length.centipoints == centipoints)
    }

    @Test("tenths of a millimetre survive the way there and back", arguments: 0..<3000)
    func roundTrip(tenths: Int) {
        let length = Length.tenths(tenths)

        #expect(length.tenthsOfMillimetre == tenths)
    }

    @Test("a thousand thousandths of an em are the size", arguments: [1, 900, 1050])
    func ofEm(centipoints: Int) {
        let size = Length(centipoints: centipoints)

        #expect(size.ofEm(thousandths: 1000) == size)
        #expect(size.ofEm(thousandths: -1000) == Length.zero - size)
    }
}
