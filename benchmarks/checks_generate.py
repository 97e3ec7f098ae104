"""Writes the same 1,000 checks for every tool into a folder, and the files that they look at.

    python3 benchmarks/checks_generate.py FOLDER PORT...

The ports are those that something listens on. 20 checks fail on purpose: 14 missing files, 4 exit codes, 2 ports.
`expected.txt` lists their ids.
"""

import hashlib
import json
import pathlib
import sys

FILES, COMMANDS, PORTS = 700, 200, 100
MISSING = {f"file-{n:04d}" for n in range(25, 700, 50)}
WRONG_EXIT = {f"command-{n:04d}" for n in range(20, 200, 50)}
CLOSED = {"port-0033", "port-0066"}


def main(folder, ports):
    folder = pathlib.Path(folder)
    (folder / "files").mkdir(parents=True)
    goss = {"file": {}, "command": {}, "port": {}}
    muster, python, ruby = [], [], []
    for n in range(FILES):
        name = f"file-{n:04d}"
        path = folder / "files" / f"{name}.conf"
        text = f"# settings of {name}\n" + "".join(f"key_{i} = {n * i}\n" for i in range(40)) + f"name = {name}\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        if name not in MISSING:
            path.write_text(text)
            path.chmod(0o644)
        goss["file"][str(path)] = {
            "exists": True, "mode": "0644", "owner": "root", "sha256": digest, "contents": [f"name = {name}"]}
        muster.append((name, {
            "file-state": str(path), "mode": "0644", "owner": "root", "sha256": digest,
            "contents": [{"contains": f"name = {name}"}]}))
        python.append(f"""def test_{name.replace('-', '_')}(host):
    f = host.file({str(path)!r})
    assert f.exists and f.mode == 0o644 and f.user == "root" and f.sha256sum == {digest!r} and f.contains("name = {name}")
""")
        ruby.append(f"""describe file({str(path)!r}) do
  it {{ should exist }}
  it {{ should be_mode 644 }}
  it {{ should be_owned_by 'root' }}
  its(:sha256sum) {{ should eq {digest!r} }}
  its(:content) {{ should match /name = {name}/ }}
end
""")
    for n in range(COMMANDS):
        name = f"command-{n:04d}"
        line = f"echo out-{n}; exit {3 if name in WRONG_EXIT else 0}"
        goss["command"][name] = {"exec": line, "exit-status": 0, "stdout": [f"out-{n}"]}
        muster.append((name, {"shell": line, "stdout": [{"contains": f"out-{n}"}]}))
        python.append(f"""def test_{name.replace('-', '_')}(host):
    r = host.run({line!r})
    assert r.rc == 0 and "out-{n}" in r.stdout
""")
        ruby.append(f"""describe command({line!r}) do
  its(:exit_status) {{ should eq 0 }}
  its(:stdout) {{ should match /out-{n}/ }}
end
""")
    open_ports = iter(ports)
    closed = iter(p for p in range(1, 65535) if str(p) not in ports)
    for n in range(PORTS):
        name = f"port-{n:04d}"
        port = next(closed) if name in CLOSED else int(next(open_ports))
        goss["port"][f"tcp:{port}"] = {"listening": True}
        muster.append((name, {"port": port}))
        python.append(f"""def test_{name.replace('-', '_')}(host):
    assert host.socket("tcp://127.0.0.1:{port}").is_listening
""")
        ruby.append(f"describe port({port}) do\n  it {{ should be_listening }}\nend\n")
    (folder / "goss.yaml").write_text(as_yaml(goss))
    lines = [f"  - {{id: {name}, probe: {json.dumps(probe)}}}\n" for name, probe in muster]
    (folder / "checks.yaml").write_text("checks:\n" + "".join(lines))
    (folder / "test_checks.py").write_text("".join(python))
    (folder / "checks_spec.rb").write_text("require 'serverspec'\nset :backend, :exec\n" + "".join(ruby))
    names = {check: name for name, probe in muster for check in [probe.get("file-state") or str(probe.get("port", ""))] if check}
    (folder / "names.json").write_text(json.dumps(names))
    (folder / "expected.txt").write_text("".join(sorted(f"{name}\n" for name in MISSING | WRONG_EXIT | CLOSED)))


def as_yaml(goss):
    out = []
    for kind, checks in goss.items():
        out.append(f"{kind}:\n")
        for key, check in checks.items():
            out.append(f"  {json.dumps(key)}:\n")
            out.extend(f"    {field}: {json.dumps(value)}\n" for field, value in check.items())
    return "".join(out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
