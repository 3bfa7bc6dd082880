import ContactRouting
import Texts

/// What a batch of preparations came to.
struct BatchPage: Bilingual {
    let report: BatchReport
    let folder: String
    let vocabulary: Vocabulary

    var language: Language { vocabulary.language }

    func write(to page: inout Page) {
        let count = report.prepared
        page.title(
            say(
                "\(count) \(count < 2 ? "dossier prêt" : "dossiers prêts") sur \(report.lines)",
                "\(count) of \(report.lines) \(report.lines == 1 ? "case" : "cases") ready"))
        for (channel, count) in report.ready.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            page.item("\(vocabulary.name(of: channel, .title)) : \(count)")
        }
        if report.unchanged > 0 {
            page.item(
                say(
                    "\(report.unchanged) déjà \(report.unchanged < 2 ? "prêt, laissé tel quel" : "prêts, laissés tels quels")",
                    "\(report.unchanged) ready before, left as they were"))
        }
        if report.failed > 0 {
            page.item(
                say(
                    "\(report.failed) \(report.failed < 2 ? "dossier n’est pas prêt : la raison est" : "dossiers ne sont pas prêts : les raisons sont") ci-dessus",
                    "\(report.failed) not ready: \(report.failed == 1 ? "the reason stands" : "the reasons stand") above"
                ))
        }
        if count > 0 {
            page.paragraph(
                say("Un répertoire par dossier, dans \(folder)", "One folder for each case, in \(folder)"),
                indent: 0)
        }
    }
}
