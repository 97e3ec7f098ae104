// Works at a run with the client of the protocol's own TypeScript SDK, and prints what it saw as one JSON document.
//   node client.mjs SDK http URL TOKEN
//   node client.mjs SDK stdio PROGRAM ARGUMENTS...
import { pathToFileURL } from 'node:url';

const [sdk, way, ...rest] = process.argv.slice(2);
const part = (name) => import(pathToFileURL(`${sdk}/dist/esm/client/${name}.js`));
const { Client } = await part('index');

async function transport() {
    if (way === 'stdio') {
        const { StdioClientTransport } = await part('stdio');
        return new StdioClientTransport({ command: rest[0], args: rest.slice(1), stderr: 'inherit' });
    }
    const { StreamableHTTPClientTransport } = await part('streamableHttp');
    return new StreamableHTTPClientTransport(new URL(rest[0]), {
        requestInit: { headers: { Authorization: `Bearer ${rest[1]}` } },
    });
}

const client = new Client({ name: 'test', version: '1' }, { capabilities: {} });
await client.connect(await transport());
await client.ping();
const { tools } = await client.listTools();
const call = (name, fields) => client.callTool({ name, arguments: fields });
const claimed = await call('claim', { task: 'one' });
const stale = await call('done', { task: 'one', fence: 7 });
const done = await call('done', { task: 'one', fence: claimed.structuredContent.fence });
let unknown = 'taken';
try {
    await client.request({ method: 'resources/list' }, (await import(pathToFileURL(`${sdk}/dist/esm/types.js`))).ListResourcesResultSchema);
} catch (e) {
    unknown = e.code;
}
console.log(JSON.stringify({
    server: client.getServerVersion().name,
    instructions: client.getInstructions(),
    tools: tools.map((tool) => tool.name),
    claimed: claimed.structuredContent,
    stale: { refused: stale.isError, why: stale.content[0].text },
    done: done.structuredContent,
    unknown,
}));
await client.close();
