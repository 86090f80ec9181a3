// Sets documents with Typst in one process and says what it took.
// usage: node issue_typst.mjs MODULES FONTS WORKSPACE NAME...   NAME.typ becomes NAME.pdf
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, fonts, workspace, ...names] = process.argv.slice(2)
const { NodeCompiler } = createRequire(join(modules, 'here.js'))('@myriaddreamin/typst-ts-node-compiler')

const begin = performance.now()
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] })
const pages = names.map((name) => {
  const compiled = compiler.compile({ mainFilePath: join(workspace, `${name}.typ`) })
  if (compiled.hasError()) {
    compiled.printErrors()
    process.exit(1)
  }
  const options = { pdfStandard: 'a-1b', pdfTags: false, creationTimestamp: 1772456400 }
  writeFileSync(join(workspace, `${name}.pdf`), compiler.pdf(compiled.result, options))
  return compiled.result.numOfPages
})
console.log(`${(performance.now() - begin).toFixed(1)} ms; pages ${pages.join(' ')}`)
