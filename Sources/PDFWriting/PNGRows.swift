/// The unpacked rows of a PNG, each with its filter in front.
struct PNGRows {
    private var bytes: [UInt8]
    private let rowLength: Int
    private let channels: Int

    /// - Parameters:
    ///   - bytes: whole rows, `rowLength` bytes each, with filters 0 to 4.
    ///   - channels: bytes of one pixel.
    init(_ bytes: [UInt8], rowLength: Int, channels: Int) {
        self.bytes = bytes
        self.rowLength = rowLength
        self.channels = channels
    }

    /// Undoes the filters, so that every byte is a colour.
    ///
    /// - Source: ISO/IEC 15948, 9.2.
    private mutating func unfilter() {
        for start in stride(from: 0, to: bytes.count, by: rowLength) {
            let filter = bytes[start]
            bytes[start] = 0
            guard filter != 0 else { continue }
            for place in (start + 1)..<(start + rowLength) {
                let isFirst = place - start <= channels
                let left = isFirst ? 0 : Int(bytes[place - channels])
                let above = start == 0 ? 0 : Int(bytes[place - rowLength])
                let corner = isFirst || start == 0 ? 0 : Int(bytes[place - rowLength - channels])
                let guess =
                    switch filter {
                    case 1: left
                    case 2: above
                    case 3: (left + above) / 2
                    default: Self.nearest(left, above, corner)  // tidy-allow: 4, the highest filter
                    }
                bytes[place] &+= UInt8(guess)
            }
        }
    }

    /// Paeth's guess: whichever neighbour is nearest to left + above - corner.
    private static func nearest(_ left: Int, _ above: Int, _ corner: Int) -> Int {
        let target = left + above - corner
        let distances = (abs(target - left), abs(target - above), abs(target - corner))
        if distances.0 <= distances.1 && distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? above : corner
    }

    /// The rows without their last channel, which says how much of the colour covers white paper.
    mutating func onWhite() -> [UInt8] {
        unfilter()
        let pixels = (rowLength - 1) / channels
        var flat: [UInt8] = []
        flat.reserveCapacity(bytes.count / rowLength * (1 + pixels * (channels - 1)))
        for start in stride(from: 0, to: bytes.count, by: rowLength) {
            flat.append(0)
            for pixel in stride(from: start + 1, to: start + rowLength, by: channels) {
                let cover = bytes[pixel + channels - 1]
                for channel in 0..<(channels - 1) {
                    flat.append(Self.onWhite(bytes[pixel + channel], cover: cover))
                }
            }
        }
        return flat
    }

    /// A colour on white paper, of which it covers `cover` 255ths.
    static func onWhite(_ colour: UInt8, cover: UInt8) -> UInt8 {
        let (ink, opacity) = (Int(colour), Int(cover))
        let mixed = ink * opacity + 255 * (255 - opacity)
        return UInt8((mixed + 127) / 255)
    }
}
