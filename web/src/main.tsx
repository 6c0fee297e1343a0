// Begins: reads the data that stands in the page, and shows it.
import { render } from 'preact'
import { App } from './app.tsx'
import { report, server } from './host.ts'
import './style.css'
import type { View } from './view.ts'

const data = document.getElementById('view')
const root = document.getElementById('app')
if (data === null || root === null) throw new Error('the page is not whole')
const view = JSON.parse(data.textContent) as View
// The text is held by what was parsed of it.
data.remove()
const host = view.served === undefined ? report : server(view.served)
render(<App first={view} host={host} />, root)
