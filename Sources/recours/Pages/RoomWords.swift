import ContactRouting
import Outbox
import Texts

/// The sentence about missing room, in French and English.
struct RoomWords: Typographic {
    let language: Language

    init(_ language: Language) { self.language = language }

    /// Why nothing goes out; both numbers in MiB, what is free rounded down.
    func missing(_ shortage: RoomShortage) -> String {
        let (free, needed) = (shortage.bytesFree >> 20, shortage.bytesNeeded >> 20)
        return say(
            "Rien ne part : \(free) Mio sont libres là où sont gardés les dossiers, et il en faut \(needed) pour ce qui suit un envoi. Libérez de la place.",
            "Nothing goes out: \(free) MiB are free where the cases are stored, and what follows a delivery needs \(needed) MiB. Free some space."
        )
    }
}
