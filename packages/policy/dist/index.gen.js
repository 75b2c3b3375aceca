// Made of src/index.ts by `npm run generate`.

// src/actions/bundled-action-data.ts
import packed from "../data/action-data.gen.json" with { type: "json" };

// src/actions/condition-key-table.ts
function conditionKeyTable(keys) {
  const exact2 = /* @__PURE__ */ new Map();
  const patterns = [];
  for (const key of keys) {
    const pattern = keyPattern(key.key);
    if (pattern === void 0) exact2.set(key.key.toLowerCase(), key);
    else patterns.push({ pattern, key });
  }
  return {
    keys,
    find: (text2) => {
      const lower = text2.toLowerCase();
      return exact2.get(lower) ?? patterns.find(({ pattern }) => fits(pattern, lower))?.key;
    }
  };
}
function keyPattern(key) {
  const open = key.indexOf("${");
  if (open < 0) return void 0;
  const lower = key.toLowerCase();
  return { before: lower.slice(0, open), after: lower.slice(lower.lastIndexOf("}") + 1) };
}
function fits({ before, after }, key) {
  return key.length > before.length + after.length && key.startsWith(before) && key.endsWith(after);
}
var typesByCode = /* @__PURE__ */ new Map([
  ["s", "String"],
  ["a", "Arn"],
  ["b", "Bool"],
  ["n", "Numeric"],
  ["d", "Date"],
  ["i", "IpAddress"],
  ["x", "Binary"]
]);
function readPackedKey(line) {
  const code = line.charAt(0);
  const lower = code.toLowerCase();
  return {
    key: line.slice(2),
    type: typesByCode.get(lower) ?? "String",
    multivalued: code !== lower
  };
}

// src/actions/retired-services.ts
var retiredServices = /* @__PURE__ */ new Map([
  ["codestar", "AWS CodeStar"],
  ["deepcomposer", "AWS DeepComposer"],
  ["deeplens", "AWS DeepLens"],
  ["deepracer", "AWS DeepRacer"],
  ["importexport", "AWS Import/Export"],
  ["iot1click", "AWS IoT 1-Click"],
  ["iotfleethub", "AWS IoT Fleet Hub"],
  ["iotroborunner", "AWS IoT RoboRunner"],
  ["lookoutmetrics", "Amazon Lookout for Metrics"],
  ["lookoutvision", "Amazon Lookout for Vision"],
  ["macie", "Amazon Macie Classic"],
  ["mobilehub", "AWS Mobile Hub"],
  ["nimble", "Amazon Nimble Studio"],
  ["opsworks", "AWS OpsWorks"],
  ["opsworks-cm", "AWS OpsWorks Configuration Management"],
  ["robomaker", "AWS RoboMaker"],
  ["sumerian", "Amazon Sumerian"],
  ["worklink", "Amazon WorkLink"],
  ["zocalo", "Amazon WorkDocs under its first name"]
]);

// src/actions/unpack-action-data.ts
function unpackActionData(packed2) {
  const lines = new Map(Object.entries(packed2.services));
  const resourceControl = new Set(packed2.rcpServices);
  const services2 = /* @__PURE__ */ new Map();
  const globals = conditionKeyTable(packed2.globalKeys.map(readPackedKey));
  const unpack = (prefix) => {
    const parts = lines.get(prefix);
    if (parts !== void 0) return unpackService(prefix, parts, resourceControl.has(prefix));
    const name = retiredServices.get(prefix);
    return name === void 0 ? void 0 : retiredService(prefix, name);
  };
  return {
    date: packed2.date,
    services: [.../* @__PURE__ */ new Set([...lines.keys(), ...retiredServices.keys()])].sort(),
    service: (prefix) => {
      const key = prefix.toLowerCase();
      const known2 = services2.get(key);
      if (known2 !== void 0) return known2;
      const unpacked = unpack(key);
      if (unpacked !== void 0) services2.set(key, unpacked);
      return unpacked;
    },
    globalKey: globals.find
  };
}
function retiredService(prefix, name) {
  const none = { prefix, name, retired: true, supportsResourceControl: false };
  return {
    ...none,
    actions: [],
    action: () => void 0,
    resourceTypes: [],
    conditionKey: () => void 0,
    conditionKeys: []
  };
}
function unpackService(prefix, [name = "", keyLines = "", setLines = "", typeLines = "", actionLines = ""], supportsResourceControl) {
  const keys = once(() => conditionKeyTable(linesOf(keyLines).map(readPackedKey)));
  const sets = once(
    () => setLines.split("\n").map(
      (line) => line === "" ? [] : line.split(" ").map((number) => keys().keys[Number(number)]?.key ?? "")
    )
  );
  const types2 = once(() => linesOf(typeLines).map((line) => readType(line, sets())));
  const actions2 = once(() => linesOf(actionLines).map((line) => readAction(line, sets(), types2())));
  const byName = once(
    () => new Map(actions2().map((action) => [action.name.toLowerCase(), action]))
  );
  return {
    prefix,
    name,
    retired: retiredServices.has(prefix) && actionLines === "",
    supportsResourceControl,
    get actions() {
      return actions2();
    },
    action: (action) => byName().get(action.toLowerCase()),
    get resourceTypes() {
      return types2();
    },
    conditionKey: (key) => keys().find(key),
    get conditionKeys() {
      return keys().keys;
    }
  };
}
function readType(line, sets) {
  const [name = "", arn = "", set = ""] = line.split(" ");
  return { name, arn, conditionKeys: sets[Number(set)] ?? [] };
}
function readAction(line, sets, types2) {
  const [name = "", level = "", set = "", typeNumbers = ""] = line.split(" ");
  const own = sets[Number(set)] ?? [];
  const found2 = typeNumbers === "" ? [] : typeNumbers.split(",").map((text2) => types2[Number(text2)]);
  const ofTypes = found2.filter((type) => type !== void 0);
  const all = once(() => [.../* @__PURE__ */ new Set([...own, ...ofTypes.flatMap((type) => type.conditionKeys)])]);
  return {
    name,
    accessLevel: levels.get(level) ?? "unknown",
    resourceTypes: ofTypes.map((type) => type.name),
    get conditionKeys() {
      return all();
    },
    ownConditionKeys: own
  };
}
var levels = /* @__PURE__ */ new Map([
  ["L", "List"],
  ["R", "Read"],
  ["W", "Write"],
  ["T", "Tagging"],
  ["P", "Permissions management"]
]);
function linesOf(text2) {
  return text2 === "" ? [] : text2.split("\n");
}
function once(make) {
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

// src/actions/bundled-action-data.ts
var bundled;
function bundledActionData() {
  bundled ??= unpackActionData(packed);
  return bundled;
}

// src/actions/patterns-meet.ts
function patternsMeet(one2, other, limit = 1e6) {
  if (!endsMeet(one2, other)) return false;
  const left = one2.replace(/\*+/g, "*");
  const right = other.replace(/\*+/g, "*");
  if (left.length * right.length > limit) return true;
  let row = new Uint8Array(right.length + 1);
  row[0] = 1;
  if (right.startsWith("*")) row[1] = 1;
  for (const a of left) {
    const next = new Uint8Array(right.length + 1);
    next[0] = a === "*" ? row[0] ?? 0 : 0;
    for (let j = 1; j <= right.length; j++) {
      const b = right[j - 1];
      const bySide = (row[j] ?? 0) | (next[j - 1] ?? 0);
      const byBoth = a === b || a === "?" || b === "?" ? row[j - 1] ?? 0 : 0;
      next[j] = a === "*" || b === "*" ? bySide : byBoth;
    }
    row = next;
  }
  return row[right.length] === 1;
}
function endsMeet(one2, other) {
  const first = one2.search(/[*?]/);
  const second = other.search(/[*?]/);
  if (first < 0 && second < 0) return one2 === other;
  const start = Math.min(first < 0 ? one2.length : first, second < 0 ? other.length : second);
  return one2.slice(0, start) === other.slice(0, start);
}

// src/admin-power-probes.ts
var oneself = "user/${aws:username}";
var waysUp = {
  "user/*": [
    "attachuserpolicy",
    "putuserpolicy",
    "createaccesskey",
    "createloginprofile",
    "updateloginprofile"
  ],
  [oneself]: ["attachuserpolicy", "putuserpolicy"],
  "group/*": ["attachgrouppolicy", "putgrouppolicy", "addusertogroup"],
  "role/*": ["attachrolepolicy", "putrolepolicy", "updateassumerolepolicy"],
  "policy/*": ["createpolicyversion", "setdefaultpolicyversion"]
};
var wayOutOfBoundary = {
  "user/*": ["deleteuserpermissionsboundary", "putuserpermissionsboundary"],
  [oneself]: ["deleteuserpermissionsboundary", "putuserpermissionsboundary"],
  "role/*": ["deleterolepermissionsboundary", "putrolepermissionsboundary"]
};
var probedActions = [
  ...new Set([waysUp, wayOutOfBoundary].flatMap((table) => Object.values(table).flat()))
].map(actionOf);
function probesIn({ account: { partition, account: account2 }, isNamed }, table = waysUp) {
  const kinds2 = Object.entries(table).filter(([resource]) => isNamed || resource !== oneself);
  return kinds2.flatMap(
    ([resource, actions2]) => actions2.map((action) => ({
      action: actionOf(action),
      resource: `arn:${partition}:iam::${account2}:${resource}`
    }))
  );
}
function actionOf(name) {
  return `iam:${name}`;
}

// src/document.ts
function statementsOf(document) {
  return asList(document.Statement);
}
function asList(value) {
  if (value === void 0) return [];
  return isList(value) ? value : [value];
}
function isList(value) {
  return Array.isArray(value);
}
function policySize(document) {
  return JSON.stringify(document).replace(/\s/g, "").length;
}

// src/partition.ts
var partitions = [
  {
    id: "aws",
    iamRegion: "us-east-1",
    signInHost: "signin.aws.amazon.com",
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/
  },
  {
    id: "aws-cn",
    iamRegion: "cn-north-1",
    signInHost: "signin.amazonaws.cn",
    regionPattern: /^cn-\w+-\d+$/
  },
  {
    id: "aws-us-gov",
    iamRegion: "us-gov-west-1",
    signInHost: "signin.amazonaws-us-gov.com",
    regionPattern: /^us-gov-\w+-\d+$/
  },
  {
    id: "aws-eusc",
    iamRegion: "eusc-de-east-1",
    signInHost: "signin.amazonaws-eusc.eu",
    regionPattern: /^eusc-\w+-\w+-\d+$/
  },
  {
    id: "aws-iso",
    iamRegion: "us-iso-east-1",
    signInHost: "signin.c2shome.ic.gov",
    regionPattern: /^us-iso-\w+-\d+$/
  },
  {
    id: "aws-iso-b",
    iamRegion: "us-isob-east-1",
    signInHost: "signin.sc2shome.sgov.gov",
    regionPattern: /^us-isob-\w+-\d+$/
  },
  {
    id: "aws-iso-e",
    iamRegion: "eu-isoe-west-1",
    signInHost: "signin.csphome.adc-e.uk",
    regionPattern: /^eu-isoe-\w+-\d+$/
  },
  {
    id: "aws-iso-f",
    iamRegion: "us-isof-south-1",
    signInHost: "signin.csphome.hci.ic.gov",
    regionPattern: /^us-isof-\w+-\d+$/
  }
];
function findPartition(id) {
  return partitions.find((partition) => partition.id === id);
}

// src/wildcard.ts
function matchesPattern(pattern, text2) {
  const wild = pattern.search(/[*?]/);
  if (wild < 0) return pattern === text2;
  return text2.startsWith(pattern.slice(0, wild)) && matchesFrom(pattern, text2, wild);
}
function matchesFrom(pattern, text2, from = 0) {
  let at = from;
  let star = -1;
  let starAt = 0;
  let i = from;
  while (at < text2.length) {
    const symbol = pattern[i];
    if (symbol === "*") {
      star = i++;
      starAt = at;
    } else if (symbol === "?" || symbol === text2[at]) {
      i++;
      at++;
    } else if (star >= 0) {
      i = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[i] === "*") i++;
  return i === pattern.length;
}
function patternCovers(outer, inner) {
  const wild = outer.search(/[*?]/);
  if (wild < 0) return outer === inner;
  if (!inner.startsWith(outer.slice(0, wild))) return false;
  if (wild === outer.length - 1 && outer.endsWith("*")) return true;
  return restCovers(outer.slice(wild), inner.slice(wild));
}
function restCovers(outer, inner) {
  let row = Array.from({ length: inner.length + 1 }, (_, j) => j === 0);
  for (const symbol of outer) {
    const next = new Array(inner.length + 1).fill(false);
    next[0] = symbol === "*" && row[0] === true;
    for (let j = 1; j <= inner.length; j++) {
      const other = inner.charAt(j - 1);
      const one2 = symbol === other || symbol === "?" && other !== "*";
      next[j] = symbol === "*" ? row[j] === true || next[j - 1] === true : one2 && row[j - 1] === true;
    }
    row = next;
  }
  return row[inner.length] === true;
}

// src/admin-power-rights.ts
var weakestFirst = ["never", "conditional", "always"];
function weakerAnswer(a, b) {
  return weakestFirst.indexOf(a) < weakestFirst.indexOf(b) ? a : b;
}
function strongestAnswer(answers) {
  return answers.reduce((a, b) => weakerAnswer(a, b) === a ? b : a, "never");
}
function readRights(documents) {
  const rights = documents.map(rightsIn);
  return {
    allows: rights.flatMap(({ allows }) => allows),
    denies: rights.flatMap(({ denies }) => denies)
  };
}
var known = /* @__PURE__ */ new WeakMap();
function rightsIn(document) {
  const kept = known.get(document);
  if (kept !== void 0) return kept;
  const statements = statementsOf(document);
  const named = mayName(document);
  const made = {
    allows: statements.filter((statement) => statement.Effect === "Allow" && !isHemmedIn(statement)).map((statement) => readRight(statement, named)).filter(bearsOnIam),
    denies: statements.filter((statement) => statement.Effect === "Deny").map((statement) => readRight(statement, named)).filter((right) => !right.conditional && bearsOnIam(right))
  };
  known.set(document, made);
  return made;
}
function mayName({ Version }) {
  return Version === "2012-10-17" ? () => true : (pattern) => !pattern.includes("${");
}
function allowsEverything(rights, { partition }) {
  return answer(
    rights,
    ({ actions: actions2, notActions, resources }, effect) => (notActions === void 0 || effect === "Allow" ? actions2.some(coversEveryAction) : (
      // It leaves what it lists, and no more.
      !notActions.some(coversEveryAction)
    )) && resources.some((pattern) => patternCovers(pattern, `arn:${partition}:*:*:*:*`))
  );
}
function coversEveryAction(pattern) {
  return patternCovers(pattern, "*:*");
}
function allowsProbe(rights, { action, resource }) {
  return answer(
    rights,
    (right, effect) => (right.notActions === void 0 ? right.actions.some((pattern) => coversAction(pattern, action)) : !right.notActions.some((pattern) => coversAction(pattern, action))) && (right.notResources === void 0 ? right.resources.some((pattern) => patternCovers(pattern, resource)) : (
      // What a Deny leaves out may be what matters: it takes nothing away for certain.
      effect === "Allow" && !right.notResources.some((pattern) => patternCovers(pattern, resource))
    ))
  );
}
function coversAction(pattern, action) {
  const literal2 = pattern.search(/[*?]/);
  if (literal2 < 0) return pattern === action;
  return action.startsWith(pattern.slice(0, literal2)) && patternCovers(pattern, action);
}
function answer({ allows, denies }, matches) {
  const allowing = allows.filter((right) => matches(right, "Allow"));
  if (allowing.length === 0 || denies.some((right) => matches(right, "Deny"))) return "never";
  return allowing.every(({ conditional }) => conditional) ? "conditional" : "always";
}
function readRight(statement, named) {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  return {
    conditional: Object.keys(Condition).length > 0,
    actions: asList(Action).filter(mayBeOfIam).map(lowerCase).filter(isAskedAbout),
    notActions: NotAction === void 0 ? void 0 : asList(NotAction).map(lowerCase),
    resources: asList(Resource).filter(named),
    notResources: NotResource === void 0 ? void 0 : asList(NotResource).filter(named)
  };
}
function lowerCase(text2) {
  return text2.toLowerCase();
}
function mayBeOfIam(pattern) {
  return /^(?:[*?]|i(?:[*?]|[a?](?:[*?]|[m?][:*?])))/i.test(pattern);
}
function isAskedAbout(pattern) {
  return coversEveryAction(pattern) || probedActions.some((action) => coversAction(pattern, action));
}
function bearsOnIam({ actions: actions2, notActions }) {
  return actions2.length > 0 || notActions !== void 0;
}
function isHemmedIn({ Condition = {} }) {
  return Object.entries(Condition).some(
    ([operator, keys]) => /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals(?:IgnoreCase)?|Like)$/i.test(operator) && Object.entries(keys).some(
      ([key, values]) => /^iam:(?:PermissionsBoundary|PolicyARN)$/i.test(key) && !asList(values).some(letsAdministratorIn)
    )
  );
}
function letsAdministratorIn(value) {
  return partitions.some(
    ({ id }) => matchesPattern(String(value), `arn:${id}:iam::aws:policy/AdministratorAccess`)
  );
}

// src/admin-power.ts
function adminPower(documents, account2, { boundary, kind } = {}) {
  const judged2 = { account: account2, isNamed: kind !== "role" };
  const identity = readRights(documents);
  if (identity.allows.length === 0) return "none";
  if (boundary === void 0) return powerWithin([identity], judged2);
  const bound = readRights([boundary]);
  const power = powerWithin([identity, bound], judged2);
  if (power === "full" || power === "escalation") return power;
  const wayOut = strongestAnswer(
    probesIn(judged2, wayOutOfBoundary).map(
      (probe) => weakerAnswer(allowsProbe(identity, probe), allowsProbe(bound, probe))
    )
  );
  if (wayOut === "never") return power;
  const beyond = powerWithin([identity], judged2);
  if (beyond === "none") return power;
  return wayOut === "always" && beyond !== "conditional" ? "escalation" : "conditional";
}
function powerWithin(limits, judged2) {
  const everywhere = (answer2) => limits.map(answer2).reduce(weakerAnswer, "always");
  const everything3 = everywhere((rights) => allowsEverything(rights, judged2.account));
  if (everything3 === "always") return "full";
  const escalation = strongestAnswer(
    probesIn(judged2).map((probe) => everywhere((rights) => allowsProbe(rights, probe)))
  );
  if (escalation === "always") return "escalation";
  return strongestAnswer([everything3, escalation]) === "conditional" ? "conditional" : "none";
}

// src/arn.ts
function parseArn(text2) {
  const [prefix, partition, service, region2, account2, ...rest] = text2.split(":");
  if (prefix !== "arn" || rest.length === 0) return void 0;
  if (!partition || !service || region2 === void 0 || account2 === void 0) return void 0;
  return { partition, service, region: region2, account: account2, resource: rest.join(":") };
}
function formatArn(arn) {
  return ["arn", arn.partition, arn.service, arn.region, arn.account, arn.resource].join(":");
}
function iamArn({ partition, account: account2, type, path = "/", name }) {
  return formatArn({
    partition,
    service: "iam",
    region: "",
    account: account2,
    resource: `${type}${path}${name}`
  });
}
function parseIamArn(text2) {
  const arn = parseArn(text2);
  if (arn?.service !== "iam") return void 0;
  const first = arn.resource.indexOf("/");
  const last = arn.resource.lastIndexOf("/");
  if (first < 0) return void 0;
  return {
    partition: arn.partition,
    account: arn.account,
    type: arn.resource.slice(0, first),
    path: arn.resource.slice(first, last + 1),
    name: arn.resource.slice(last + 1)
  };
}

// src/json.ts
function canonicalJson(value) {
  return JSON.stringify(sorted(value));
}
function sorted(value) {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value.toJSON === "function") return sorted(value.toJSON());
  const inOrder = {};
  for (const key of Object.keys(value).sort()) {
    const member = sorted(value[key]);
    if (key !== "__proto__") inOrder[key] = member;
    else Object.defineProperty(inOrder, key, { value: member, enumerable: true });
  }
  return inOrder;
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}

// src/canonical.ts
function canonicalPolicy(document, context) {
  const statements = statementsOf(document).map(
    (statement) => canonicalStatement(statement, context)
  );
  return {
    Version: document.Version ?? "2008-10-17",
    Statement: sortedUnique(statements)
  };
}
function samePolicy(a, b, context) {
  return canonicalJson(canonicalPolicy(a, context)) === canonicalJson(canonicalPolicy(b, context));
}
function canonicalStatement(statement, context) {
  return dropUndefined({
    Effect: statement.Effect,
    Principal: principal(statement.Principal, context),
    NotPrincipal: principal(statement.NotPrincipal, context),
    Action: actions(statement.Action),
    NotAction: actions(statement.NotAction),
    Resource: statement.Resource && sortedUnique(asList(statement.Resource)),
    NotResource: statement.NotResource && sortedUnique(asList(statement.NotResource)),
    Condition: conditions(statement)
  });
}
function actions(value) {
  return value && sortedUnique(asList(value).map((action) => action.toLowerCase()));
}
function principal(value, context) {
  if (value === void 0) return void 0;
  const kinds2 = typeof value === "string" ? { AWS: value } : value;
  return Object.fromEntries(
    Object.entries(kinds2).map(([kind, names]) => [
      kind,
      sortedUnique(
        asList(names).map((name) => kind === "AWS" ? awsPrincipal(name, context) : name)
      )
    ])
  );
}
function awsPrincipal(name, context) {
  if (/^\d{12}$/.test(name)) return `arn:${context.partition}:iam::${name}:root`;
  return context.principalArns?.get(name) ?? name;
}
function conditions(statement) {
  const tests = Object.entries(statement.Condition ?? {}).flatMap(
    ([operator, keys]) => Object.entries(keys).map(([key, values]) => [
      operator.toLowerCase(),
      key.toLowerCase(),
      sortedUnique(asList(values).map(String))
    ])
  );
  return tests.length > 0 ? sortedUnique(tests) : void 0;
}
function sortedUnique(values) {
  if (values.length < 2) return values;
  const byText = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...byText].sort(([a], [b]) => a < b ? -1 : 1).map(([, value]) => value);
}
function dropUndefined(members) {
  return Object.fromEntries(
    Object.entries(members).flatMap(
      ([key, value]) => value === void 0 || value === "" ? [] : [[key, value]]
    )
  );
}

// src/text/parse-json.ts
var maxDepth = 200;
function parseJson(text2) {
  const reader = new JsonReader(text2);
  try {
    return { ok: true, tree: { text: text2, root: reader.readDocument() } };
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, fault: error.fault };
    throw error;
  }
}
var JsonFault = class extends Error {
  fault;
  constructor(fault) {
    super(fault.message);
    this.fault = fault;
  }
};
var whitespace = /[ \t\n\r]*/y;
var numberLiteral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var escapes = /* @__PURE__ */ new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
var JsonReader = class {
  text;
  at = 0;
  constructor(text2) {
    this.text = text2;
  }
  readDocument() {
    if (this.text.charCodeAt(0) === 65279) this.at = 1;
    this.skipSpace();
    if (this.at === this.text.length) this.fail("The text is empty.");
    const root = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length) this.fail(`${this.seen()} stands after the end of the value.`);
    return root;
  }
  readValue(depth) {
    if (depth > maxDepth) this.fail(`The text nests more than ${maxDepth} levels deep.`);
    switch (this.text[this.at]) {
      case "{":
        return this.readObject(depth);
      case "[":
        return this.readArray(depth);
      case '"':
        return this.readString();
      case "t":
        return { ...this.readWord("true"), kind: "boolean", value: true };
      case "f":
        return { ...this.readWord("false"), kind: "boolean", value: false };
      case "n":
        return { ...this.readWord("null"), kind: "null" };
      default:
        return this.readNumber();
    }
  }
  readObject(depth) {
    const start = this.at++;
    const members = [];
    this.skipSpace();
    if (this.text[this.at] === "}") return { kind: "object", members, start, end: ++this.at };
    while (true) {
      this.skipSpace();
      if (this.text[this.at] !== '"')
        this.fail(`A key in double quotes was expected, not ${this.seen()}.`);
      const key = this.readString();
      this.skipSpace();
      if (this.text[this.at] !== ":")
        this.fail(`":" was expected after the key, not ${this.seen()}.`);
      this.at++;
      this.skipSpace();
      members.push({ key, value: this.readValue(depth + 1) });
      this.skipSpace();
      const next = this.text[this.at];
      if (next === "}") return { kind: "object", members, start, end: ++this.at };
      if (next !== ",") this.fail(`"," or "}" was expected, not ${this.seen()}.`);
      this.at++;
    }
  }
  readArray(depth) {
    const start = this.at++;
    const items = [];
    this.skipSpace();
    if (this.text[this.at] === "]") return { kind: "array", items, start, end: ++this.at };
    while (true) {
      this.skipSpace();
      items.push(this.readValue(depth + 1));
      this.skipSpace();
      const next = this.text[this.at];
      if (next === "]") return { kind: "array", items, start, end: ++this.at };
      if (next !== ",") this.fail(`"," or "]" was expected, not ${this.seen()}.`);
      this.at++;
    }
  }
  readString() {
    const start = this.at++;
    let value = "";
    while (true) {
      value += this.readPlain();
      const next = this.text[this.at];
      if (next === '"') return { kind: "string", value, start, end: ++this.at };
      if (next === void 0) this.fail("A text in double quotes has no end.", start);
      if (next !== "\\")
        this.fail("A line break or control character stands in a text; write it as an escape.");
      value += this.readEscape();
    }
  }
  /** Up to the next quote, backslash or control character. */
  readPlain() {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 34 || code === 92 || code < 32) break;
    }
    return this.text.slice(start, this.at);
  }
  readEscape() {
    const start = this.at;
    const letter = this.text[start + 1] ?? "";
    if (letter === "u") {
      const digits = this.text.slice(start + 2, start + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('"\\u" needs four hexadecimal digits.');
      this.at = start + 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = escapes.get(letter);
    if (character === void 0) this.fail(`"\\${letter}" is no escape of JSON.`);
    this.at = start + 2;
    return character ?? "";
  }
  readNumber() {
    const start = this.at;
    const text2 = this.match(numberLiteral);
    if (text2 === "") this.fail(`A value was expected, not ${this.seen()}.`);
    return { kind: "number", text: text2, start, end: this.at };
  }
  readWord(word) {
    const start = this.at;
    if (!this.text.startsWith(word, start)) this.fail(`A value was expected, not ${this.seen()}.`);
    this.at += word.length;
    return { start, end: this.at };
  }
  skipSpace() {
    this.match(whitespace);
  }
  match(pattern) {
    pattern.lastIndex = this.at;
    const found2 = pattern.exec(this.text)?.[0] ?? "";
    this.at += found2.length;
    return found2;
  }
  seen() {
    const [character] = this.text.slice(this.at, this.at + 2);
    return character === void 0 ? "the end of the text" : JSON.stringify(character);
  }
  fail(message, offset = this.at) {
    throw new JsonFault({ message, offset });
  }
};

// src/text/position.ts
function positionsOf(text2) {
  let lineStarts;
  return (offset) => {
    lineStarts ??= startsOfLines(text2);
    const line = lastAtMost(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0), offset };
  };
}
function startsOfLines(text2) {
  const starts = [0];
  for (let at = 0; at < text2.length; at++) {
    const code = text2.charCodeAt(at);
    if (code === 10 || code === 13 && text2.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
  return starts;
}
function lastAtMost(sorted3, limit) {
  let low = 0;
  let high = sorted3.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((sorted3[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/text/syntax-tree.ts
function memberOf(node, name) {
  return node.members.find((member) => member.key.value === name)?.value;
}

// src/text/tree-of-value.ts
var nowhere = { start: 0, end: 0 };
var maxNodes = 4e6;
function treeOfValue(value) {
  let left = maxNodes;
  const treeOf = (part, depth) => {
    if (depth > maxDepth || --left < 0) return void 0;
    if (typeof part === "string") return text(part);
    if (typeof part === "number") return { kind: "number", text: String(part), ...nowhere };
    if (typeof part === "boolean") return { kind: "boolean", value: part, ...nowhere };
    if (part === null) return { kind: "null", ...nowhere };
    if (typeof part !== "object") return void 0;
    return Array.isArray(part) ? listOf5(part, depth) : objectOf2(part, depth);
  };
  const listOf5 = (list, depth) => {
    const items = [];
    for (const item of list) {
      const node = treeOf(item, depth + 1);
      if (node === void 0) return void 0;
      items.push(node);
    }
    return { kind: "array", items, ...nowhere };
  };
  const objectOf2 = (object, depth) => {
    const members = [];
    for (const [key, member] of Object.entries(object)) {
      if (member === void 0 || typeof member === "function") continue;
      const node = treeOf(member, depth + 1);
      if (node === void 0) return void 0;
      members.push({ key: text(key), value: node });
    }
    return { kind: "object", members, ...nowhere };
  };
  return treeOf(value, 0);
}
function text(value) {
  return { kind: "string", value, ...nowhere };
}

// src/language/condition-operator.ts
var plain = [
  "StringEquals",
  "StringEqualsIgnoreCase",
  "StringLike",
  "NumericEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "DateEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
  "Bool",
  "BinaryEquals",
  "IpAddress",
  "ArnEquals",
  "ArnLike",
  "Null"
];
var negations = [
  ["StringNotEquals", "StringEquals"],
  ["StringNotEqualsIgnoreCase", "StringEqualsIgnoreCase"],
  ["StringNotLike", "StringLike"],
  ["NumericNotEquals", "NumericEquals"],
  ["DateNotEquals", "DateEquals"],
  ["NotIpAddress", "IpAddress"],
  ["ArnNotEquals", "ArnEquals"],
  ["ArnNotLike", "ArnLike"]
];
var forms = [
  ...plain.map((comparison) => ({ name: comparison, comparison, negated: false })),
  ...negations.map(([name, comparison]) => ({ name, comparison, negated: true }))
];
var formsByName = new Map(forms.map((form2) => [form2.name, form2]));
var operatorNames = forms.map((form2) => form2.name);
function parseConditionOperator(text2) {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(text2);
  const form2 = formsByName.get(parts?.[2] ?? "");
  if (parts === null || form2 === void 0) return void 0;
  const ifExists = parts[3] !== void 0;
  if (form2.comparison === "Null" && ifExists) return void 0;
  return {
    comparison: form2.comparison,
    negated: form2.negated,
    qualifier: qualifierOf(parts[1]),
    ifExists
  };
}
function qualifierOf(text2) {
  return text2 === "ForAllValues" || text2 === "ForAnyValue" ? text2 : void 0;
}

// src/language/read-policy.ts
var PolicyFormatError = class extends Error {
  name = "PolicyFormatError";
  fault;
  constructor(fault, options) {
    super(
      fault.line === void 0 ? fault.message : `${fault.message} (line ${fault.line}, column ${fault.column ?? 0})`,
      options
    );
    this.fault = fault;
  }
};
function readPolicy(source) {
  if (typeof source !== "string") return readDocument(source);
  const parsed2 = parseJson(source);
  const positionAt = positionsOf(source);
  if (!parsed2.ok) {
    const { line, column } = positionAt(parsed2.fault.offset);
    throw new PolicyFormatError({ message: parsed2.fault.message, line, column });
  }
  try {
    return policyOf(parsed2.tree.root);
  } catch (error) {
    if (!(error instanceof FormatFault)) throw error;
    const { line, column } = positionAt(error.node.start);
    throw new PolicyFormatError({ message: error.message, line, column }, { cause: error });
  }
}
var readAlready = /* @__PURE__ */ new WeakSet();
function assemblePolicy(policy) {
  readAlready.add(policy);
  return policy;
}
function readDocument(document) {
  if (isPolicy(document)) return document;
  const tree = treeOfValue(document);
  try {
    if (tree === void 0) throw new FormatFault("The document is not JSON.", nullNode);
    return policyOf(tree);
  } catch (error) {
    if (!(error instanceof FormatFault)) throw error;
    const fault = { message: error.message, line: void 0, column: void 0 };
    throw new PolicyFormatError(fault, { cause: error });
  }
}
function isPolicy(document) {
  return readAlready.has(document);
}
function policyOf(root) {
  const document = objectOf(root, "A policy", policyElements);
  const version = versionOf(memberOf(document, "Version"));
  const statement = memberOf(document, "Statement");
  if (statement === void 0) throw new FormatFault("The policy has no Statement.", root);
  const nodes = statement.kind === "array" ? statement.items : [statement];
  return assemblePolicy({ version, statements: nodes.map(statementOf) });
}
var FormatFault = class extends Error {
  node;
  constructor(message, node) {
    super(message);
    this.node = node;
  }
};
var nullNode = { kind: "null", start: 0, end: 0 };
var policyElements = /* @__PURE__ */ new Set(["Version", "Id", "Statement"]);
var statementElements = /* @__PURE__ */ new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
]);
function versionOf(node) {
  if (node === void 0) return "2008-10-17";
  const version = textOf(node, "Version");
  if (version === "2008-10-17" || version === "2012-10-17") return version;
  throw new FormatFault("Version is neither 2012-10-17 nor 2008-10-17.", node);
}
function statementOf(node, index) {
  const statement = objectOf(node, "A statement", statementElements);
  const effect = memberOf(statement, "Effect");
  const sid = memberOf(statement, "Sid");
  const action = patternsOf(statement, "Action", "NotAction");
  if (action === void 0)
    throw new FormatFault("The statement has neither Action nor NotAction.", node);
  return {
    index,
    sid: sid && textOf(sid, "Sid"),
    effect: effectOf(effect, node),
    principal: principalOf(statement),
    action,
    resource: patternsOf(statement, "Resource", "NotResource"),
    conditions: conditionsOf(memberOf(statement, "Condition"))
  };
}
function effectOf(node, statement) {
  if (node === void 0) throw new FormatFault("The statement has no Effect.", statement);
  const effect = textOf(node, "Effect");
  if (effect === "Allow" || effect === "Deny") return effect;
  throw new FormatFault("Effect is neither Allow nor Deny.", node);
}
function patternsOf(statement, name, notName) {
  const found2 = oneOf(statement, name, notName);
  return found2 && { negated: found2.negated, patterns: textsOf(found2.node, found2.name) };
}
function oneOf(statement, name, notName) {
  const plain2 = memberOf(statement, name);
  const negated = memberOf(statement, notName);
  if (plain2 !== void 0 && negated !== void 0)
    throw new FormatFault(`The statement has both ${name} and ${notName}.`, negated);
  if (plain2 !== void 0) return { node: plain2, negated: false, name };
  if (negated !== void 0) return { node: negated, negated: true, name: notName };
  return void 0;
}
var principalKinds = ["AWS", "Service", "Federated", "CanonicalUser"];
function principalOf(statement) {
  const found2 = oneOf(statement, "Principal", "NotPrincipal");
  if (found2 === void 0) return void 0;
  return { negated: found2.negated, principals: principalsOf(found2.node, found2.name) };
}
function principalsOf(node, name) {
  if (node.kind === "string") {
    if (node.value === "*") return [{ everyone: true }];
    throw new FormatFault(`${name} is a text other than "*".`, node);
  }
  const kinds2 = objectOf(node, name, new Set(principalKinds));
  return kinds2.members.flatMap(({ key, value }) => {
    const kind = principalKinds.find((known2) => known2 === key.value) ?? "AWS";
    return textsOf(value, `${name}.${key.value}`).map(
      (text2) => kind === "AWS" && text2 === "*" ? { everyone: true } : { everyone: false, kind, value: text2 }
    );
  });
}
function conditionsOf(node) {
  if (node === void 0) return [];
  return objectOf(node, "Condition").members.flatMap(({ key: operatorNode, value: keys }) => {
    const operator = parseConditionOperator(operatorNode.value);
    if (operator === void 0)
      throw new FormatFault(`"${operatorNode.value}" is no condition operator.`, operatorNode);
    return objectOf(keys, operatorNode.value).members.map(({ key, value }) => ({
      operator,
      key: key.value,
      values: scalarsOf(value, key.value)
    }));
  });
}
function textsOf(node, name) {
  return (node.kind === "array" ? node.items : [node]).map((item) => textOf(item, name));
}
function textOf(node, name) {
  if (node.kind === "string") return node.value;
  throw new FormatFault(`${name} has to be a text.`, node);
}
function scalarsOf(node, name) {
  return (node.kind === "array" ? node.items : [node]).map((item) => scalarOf(item, name));
}
function scalarOf(node, name) {
  switch (node.kind) {
    case "string":
      return node.value;
    case "number":
      return node.text;
    case "boolean":
      return String(node.value);
    default:
      throw new FormatFault(`The values of ${name} have to be texts, numbers or booleans.`, node);
  }
}
function objectOf(node, what, known2) {
  if (node.kind !== "object") throw new FormatFault(`${what} has to be an object.`, node);
  const seen = /* @__PURE__ */ new Set();
  for (const { key } of node.members) {
    if (seen.has(key.value)) throw new FormatFault(`"${key.value}" stands here twice.`, key);
    if (known2 !== void 0 && !known2.has(key.value))
      throw new FormatFault(`"${key.value}" is no element of ${what.toLowerCase()}.`, key);
    seen.add(key.value);
  }
  return node;
}

// src/per-object.ts
function perObject(work) {
  const known2 = /* @__PURE__ */ new WeakMap();
  return (of) => {
    const kept = known2.get(of);
    if (kept !== void 0) return kept;
    const made = work(of);
    known2.set(of, made);
    return made;
  };
}

// src/compare/access-model.ts
function readModel({ layers }, side) {
  let at = 0;
  const read = layers.map((layer) => layer.map((source) => readOne(source, side, at++)));
  return { layers: read.length === 0 ? [[]] : read };
}
var UnreadablePolicyError = class extends Error {
  name = "UnreadablePolicyError";
  unreadable;
  constructor(unreadable, options) {
    super(unreadable.fault.message, options);
    this.unreadable = unreadable;
  }
};
function readOne(source, side, policy) {
  try {
    const read = readPolicy(source);
    refuseForeignCharacters(read);
    return read;
  } catch (error) {
    if (!(error instanceof PolicyFormatError)) throw error;
    throw new UnreadablePolicyError({ side, policy, fault: error.fault }, { cause: error });
  }
}
function refuseForeignCharacters(policy) {
  const { fault } = foreignCharacters(policy);
  if (fault !== void 0) throw new PolicyFormatError(fault);
}
var foreignCharacters = perObject(({ statements }) => {
  for (const { action, resource, principal: principal2, conditions: conditions2, index } of statements) {
    const texts2 = [
      ...action.patterns,
      ...resource?.patterns ?? [],
      ...principal2?.principals.flatMap((entry) => entry.everyone ? [] : [entry.value]) ?? [],
      ...conditions2.flatMap(({ key, values }) => [key, ...values])
    ];
    const foreign = texts2.find((text2) => /[\u0100-\u{10ffff}]/u.test(text2));
    if (foreign === void 0) continue;
    const message = `Statement ${index} holds a character that IAM does not accept (beyond U+00FF).`;
    return { fault: { message, line: void 0, column: void 0 } };
  }
  return {};
});

// src/compare/budget.ts
var BudgetExceeded = class extends Error {
  name = "BudgetExceeded";
};
function spend(budget, steps) {
  budget.left -= steps;
  if (!(budget.left >= 0)) throw new BudgetExceeded("The comparison takes more steps than it may.");
}

// src/language/values/base64.ts
var base64 = /^[A-Za-z0-9+/]*={0,2}$/;
var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function decodeBase64(text2) {
  if (text2.length % 4 !== 0 || !base64.test(text2)) return void 0;
  const bytes = [];
  let bits = 0;
  let count = 0;
  for (const character of text2) {
    if (character === "=") break;
    bits = (bits << 6 | alphabet.indexOf(character)) & 65535;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push(bits >> count & 255);
  }
  return bytes;
}

// src/language/values/decimal.ts
var decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,15}))?$/;
function parseDecimal(text2) {
  const found2 = decimal.exec(text2);
  if (found2 === null) return void 0;
  const [, minus, whole = "", fraction = "", power = "0"] = found2;
  const all = whole + fraction;
  const first = firstNonZero(all);
  if (first === all.length) return { sign: 1, digits: "", exponent: 0 };
  return {
    sign: minus === "-" ? -1 : 1,
    digits: all.slice(first, endOfDigits(all)),
    exponent: whole.length - first + Number(power)
  };
}
function compareDecimals(left, right) {
  if (left.digits === "" || right.digits === "") return signOf(left) - signOf(right);
  if (left.sign !== right.sign) return left.sign - right.sign;
  return left.sign * compareMagnitudes(left, right);
}
function signOf({ sign, digits }) {
  return digits === "" ? 0 : sign;
}
function compareMagnitudes(left, right) {
  if (left.exponent !== right.exponent) return left.exponent - right.exponent;
  if (left.digits === right.digits) return 0;
  return left.digits < right.digits ? -1 : 1;
}
function firstNonZero(digits) {
  let at = 0;
  while (digits[at] === "0") at++;
  return at;
}
function endOfDigits(digits) {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return end;
}

// src/language/values/instant.ts
var epochSeconds = /^\d{5,15}$/;
var dateAndTime = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d))?)?)?$/;
function parseInstant(text2) {
  if (epochSeconds.test(text2)) return { seconds: Number(text2), fraction: "" };
  const found2 = dateAndTime.exec(text2);
  if (found2 === null) return void 0;
  const [, year = "", month = "01", day = "01", hour = "0", minute = "0"] = found2;
  const [second = "0", fraction = "", zone = "Z"] = found2.slice(6);
  const midnight = secondsOfDay({ year: Number(year), month: Number(month), day: Number(day) });
  const offset = offsetOf(zone);
  if (midnight === void 0 || offset === void 0) return void 0;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return void 0;
  const time = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { seconds: midnight + time - offset, fraction: withoutZeros(fraction) };
}
function secondsOfDay({ year, month, day }) {
  const date = /* @__PURE__ */ new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return void 0;
  return date.getTime() / 1e3;
}
function offsetOf(zone) {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return void 0;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
}
function withoutZeros(fraction) {
  let end = fraction.length;
  while (fraction[end - 1] === "0") end--;
  return fraction.slice(0, end);
}
function compareInstants(left, right) {
  if (left.seconds !== right.seconds) return left.seconds - right.seconds;
  if (left.fraction === right.fraction) return 0;
  return left.fraction < right.fraction ? -1 : 1;
}

// src/language/values/ip-address.ts
function parseAddressRange(text2) {
  const slash2 = text2.indexOf("/");
  const network = parseAddress(slash2 < 0 ? text2 : text2.slice(0, slash2));
  if (network === void 0) return void 0;
  const size = network.length * 8;
  if (slash2 < 0) return { network, prefix: size };
  const prefix = text2.slice(slash2 + 1);
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > size) return void 0;
  return { network, prefix: Number(prefix) };
}
function parseAddress(text2) {
  if (text2.length > 45) return void 0;
  return text2.includes(":") ? parseIpv6(text2) : parseIpv4(text2);
}
function parseIpv4(text2) {
  const fields = text2.split(".");
  if (fields.length !== 4) return void 0;
  if (!fields.every((field) => /^(?:0|[1-9]\d{0,2})$/.test(field))) return void 0;
  const bytes = fields.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : void 0;
}
function parseIpv6(text2) {
  const halves2 = text2.split("::");
  if (halves2.length > 2) return void 0;
  const head = parseGroups(halves2[0] ?? "", { last: halves2.length === 1 });
  if (head === void 0) return void 0;
  if (halves2.length === 1) return head.length === 16 ? head : void 0;
  const tail = parseGroups(halves2[1] ?? "", { last: true });
  if (tail === void 0 || head.length + tail.length > 14) return void 0;
  return [...head, ...new Array(16 - head.length - tail.length).fill(0), ...tail];
}
function parseGroups(text2, { last }) {
  if (text2 === "") return [];
  const bytes = [];
  const groups = text2.split(":");
  for (const [index, group] of groups.entries()) {
    const ends = last && index === groups.length - 1;
    const found2 = ends && group.includes(".") ? parseIpv4(group) : parseGroup(group);
    if (found2 === void 0) return void 0;
    bytes.push(...found2);
  }
  return bytes;
}
function parseGroup(text2) {
  if (!/^[0-9a-fA-F]{1,4}$/.test(text2)) return void 0;
  const value = Number.parseInt(text2, 16);
  return [value >> 8, value & 255];
}

// src/language/pattern-text.ts
var token = /\$\{([*?$]|[^}'${]{1,256}(?:'[^']{0,1024}'\s{0,8})?)\}|[*?]/g;
var wildcard = /[*?]/g;
var variable = /^\s*([^\s,'*?]+)\s*(?:,\s*'([^']*)'\s*)?$/;
function patternParts(pattern, { variables }) {
  const parts = [];
  const search = new RegExp(variables ? token : wildcard);
  let from = 0;
  for (let found2 = search.exec(pattern); found2 !== null; found2 = search.exec(pattern)) {
    const part = partOf(found2[0], found2[1]);
    if (part === void 0) {
      search.lastIndex = found2.index + 1;
      continue;
    }
    if (found2.index > from) parts.push({ kind: "text", text: pattern.slice(from, found2.index) });
    parts.push(part);
    from = search.lastIndex;
  }
  if (from < pattern.length) parts.push({ kind: "text", text: pattern.slice(from) });
  return parts;
}
function partOf(text2, inside) {
  if (text2 === "*") return { kind: "any" };
  if (text2 === "?") return { kind: "one" };
  if (inside === "*" || inside === "?" || inside === "$") return { kind: "text", text: inside };
  const named = variable.exec(inside ?? "");
  if (named?.[1] === void 0) return void 0;
  return { kind: "variable", key: named[1].toLowerCase(), fallback: named[2] };
}

// src/compare/pattern.ts
var any = -1;
var anyInField = -2;
var one = -3;
var oneInField = -4;
var colon = 58;
function compilePattern(text2, reading) {
  const steps = [];
  const fields = reading.arn ? new FieldCounter() : void 0;
  for (const part of patternParts(text2, reading)) {
    const inField2 = fields?.inField() === true;
    if (part.kind === "variable") steps.push(variableStep(part.key, part.fallback, inField2));
    else if (part.kind === "text" || !reading.wildcards)
      pushText(steps, part.kind === "text" ? part.text : part.kind === "any" ? "*" : "?", fields);
    else if (part.kind === "one") steps.push(inField2 ? oneInField : one);
    else pushAny(steps, inField2 ? anyInField : any);
  }
  return patternOf(text2, steps, reading.fold);
}
function patternOf(text2, steps, fold) {
  return {
    text: text2,
    steps,
    fold,
    symbolic: steps.some((step) => typeof step !== "number"),
    exact: !fold && steps.every((step) => typeof step === "number" && step >= 0)
  };
}
function isStars(text2) {
  return /^\*+$/.test(text2);
}
function fieldCount(text2, variables) {
  let count = 1;
  for (const part of patternParts(text2, { variables })) {
    if (part.kind === "text") count += part.text.split(":").length - 1;
  }
  return count;
}
function substitute(pattern, resolve) {
  if (!pattern.symbolic) return pattern;
  const steps = [];
  for (const step of pattern.steps) {
    if (typeof step === "number") {
      steps.push(step);
      continue;
    }
    const value = resolve(step.key, step.fallback);
    if (value === void 0 || step.inField && value.includes(":")) return void 0;
    steps.push(...codesOf(value));
  }
  return patternOf(pattern.text, steps, pattern.fold);
}
var maxSplits = 3;
function splitDefaults(pattern, splits = 0) {
  const { steps, text: text2, fold } = pattern;
  const found2 = steps.find((step) => typeof step !== "number" && step.fallback !== void 0);
  if (found2 === void 0 || typeof found2 === "number" || splits >= maxSplits) return [pattern];
  const ofKey = (step) => typeof step !== "number" && step.key === found2.key ? step : void 0;
  const present2 = steps.map((step) => {
    const variable2 = ofKey(step);
    return variable2 === void 0 ? step : { ...variable2, token: variable2.key, fallback: void 0 };
  });
  const absent = steps.flatMap((step) => {
    const variable2 = ofKey(step);
    return variable2 === void 0 ? [step] : codesOf(variable2.fallback ?? "");
  });
  const isMatched = steps.every((step) => {
    const variable2 = ofKey(step);
    if (variable2 === void 0) return true;
    return variable2.fallback !== void 0 && !(variable2.inField && variable2.fallback.includes(":"));
  });
  return (isMatched ? [present2, absent] : [present2]).flatMap(
    (variant) => (
      // Symbolic still: whether the key is there is not looked at.
      splitDefaults({ ...patternOf(text2, variant, fold), symbolic: true }, splits + 1)
    )
  );
}
function codesOf(text2) {
  return Array.from({ length: text2.length }, (_, at) => text2.charCodeAt(at));
}
function widen(pattern) {
  if (!pattern.symbolic) return pattern;
  const steps = [];
  for (const step of pattern.steps) {
    if (typeof step === "number" && step !== any && step !== anyInField) steps.push(step);
    else if (typeof step === "number") pushAny(steps, step);
    else pushAny(steps, step.inField ? anyInField : any);
  }
  return patternOf(pattern.text, steps, pattern.fold);
}
var FieldCounter = class {
  colons = 0;
  inField() {
    return this.colons < 5;
  }
};
function variableStep(key, fallback, inField2) {
  const token2 = fallback === void 0 ? key : `${key} '${fallback}'`;
  return { token: token2, key, fallback, inField: inField2 };
}
function pushText(steps, text2, fields) {
  for (let at = 0; at < text2.length; at++) {
    const code = text2.charCodeAt(at);
    if (code === colon && fields !== void 0) fields.colons++;
    steps.push(code);
  }
}
function pushAny(steps, step) {
  if (steps.at(-1) !== step) steps.push(step);
}
function foldUnit(code) {
  if (code < 65) return code;
  if (code < 91) return code + 32;
  if (code < 128) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

// src/compare/unclear-condition.ts
function isUnclear(condition, scope) {
  return isUnclearAltogether(condition) || unclearValues(condition, scope).length > 0;
}
function isUnclearAltogether({ operator, values }) {
  return values.length === 0 || operator.comparison === "Null" && operator.qualifier !== void 0;
}
function unclearValues({ operator, values }, { variables }) {
  return values.filter((value) => !isOfForm(operator.comparison, value, variables));
}
function conditionGroups(conditions2) {
  const groups = Map.groupBy(
    conditions2,
    ({ operator, key }) => JSON.stringify([operator, key.toLowerCase()])
  );
  return [...groups.values()];
}
function isOfForm(comparison, value, variables) {
  switch (comparison) {
    case "StringEquals":
    case "StringEqualsIgnoreCase":
    case "StringLike":
      return true;
    case "ArnEquals":
    case "ArnLike":
      return isStars(value) || fieldCount(value, variables) >= 6;
    case "Bool":
    case "Null":
      return /^(?:true|false)$/i.test(value);
    case "IpAddress":
      return parseAddressRange(value) !== void 0;
    case "BinaryEquals":
      return decodeBase64(value) !== void 0;
    case "NumericEquals":
    case "NumericLessThan":
    case "NumericLessThanEquals":
    case "NumericGreaterThan":
    case "NumericGreaterThanEquals":
      return parseDecimal(value) !== void 0;
    case "DateEquals":
    case "DateLessThan":
    case "DateLessThanEquals":
    case "DateGreaterThan":
    case "DateGreaterThanEquals":
      return parseInstant(value) !== void 0 && !/^\d{4}$/.test(value);
    default:
      return comparison;
  }
}

// src/compare/pattern-relations.ts
function covers(outer, inner, budget) {
  if (outer.steps.length === 1 && outer.steps[0] === any) return true;
  if (outer.exact && inner.exact)
    return outer.steps.length === inner.steps.length && sameSteps(outer, inner);
  if (outer.fold !== inner.fold && !outer.fold) return foldedCoveredByExact(outer, inner, budget);
  if (clashes(outer, inner)) return false;
  return coversBySteps(outer, inner, budget);
}
function foldedCoveredByExact(outer, inner, budget) {
  const cased = inner.steps.some(
    (step) => typeof step !== "number" || step >= 0 && hasCase(step)
  );
  return !cased && coversBySteps(outer, { ...inner, fold: false }, budget);
}
function hasCase(code) {
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter.toUpperCase();
}
function sameSteps(a, b) {
  return a.steps.every((step, at) => step === b.steps[at]);
}
function coversBySteps(outer, inner, budget) {
  const width = inner.steps.length + 1;
  spend(budget, 1 + outer.steps.length * width / 64);
  let row = new Uint8Array(width);
  row[0] = 1;
  for (const step of outer.steps) {
    const next = new Uint8Array(width);
    const star = step === any || step === anyInField;
    if (star) next[0] = row[0] ?? 0;
    for (let j = 1; j < width; j++) {
      const other = inner.steps[j - 1] ?? any;
      const ok = star ? row[j] === 1 || next[j - 1] === 1 && starCovers(step, other) : row[j - 1] === 1 && stepCovers(step, other, outer.fold);
      if (ok) next[j] = 1;
    }
    row = next;
  }
  return row[width - 1] === 1;
}
function starCovers(star, other) {
  if (star === any) return true;
  if (typeof other !== "number") return other.inField;
  return other !== colon && other !== any && other !== one;
}
function stepCovers(step, other, fold) {
  if (typeof step !== "number")
    return typeof other !== "number" && step.inField === other.inField && (step.token === other.token || step.key === other.key && other.fallback === void 0);
  if (typeof other !== "number") return false;
  if (step === one) return other >= 0 || other === one || other === oneInField;
  if (step === oneInField) return other >= 0 && other !== colon || other === oneInField;
  return step === other || fold && step >= 0 && other >= 0 && foldUnit(step) === foldUnit(other);
}
function clashes(a, b) {
  const fold = a.fold || b.fold;
  const length = Math.min(a.steps.length, b.steps.length);
  for (let at = 0; at < length; at++) {
    const verdict = compareSteps(a.steps[at], b.steps[at], fold);
    if (verdict === "clash") return true;
    if (verdict === "open") break;
  }
  for (let back = 1; back <= length; back++) {
    const verdict = compareSteps(a.steps.at(-back), b.steps.at(-back), fold);
    if (verdict === "clash") return true;
    if (verdict === "open") return false;
  }
  if (a.steps.length === b.steps.length) return false;
  const rest = a.steps.length > b.steps.length ? a : b;
  const shorter = rest === a ? b : a;
  return shorter.steps.every(isSingle) && rest.steps.filter(isSingle).length > shorter.steps.length;
}
function isSingle(step) {
  return typeof step === "number" && step !== any && step !== anyInField;
}
function compareSteps(a, b, fold) {
  if (typeof a !== "number" || typeof b !== "number") return "open";
  if (a === any || b === any || a === anyInField || b === anyInField) return "open";
  if (a < 0 || b < 0) {
    const fixed = a >= 0 ? a : b;
    const wild = a >= 0 ? b : a;
    return fixed === colon && wild === oneInField ? "clash" : "same";
  }
  return a === b || fold && foldUnit(a) === foldUnit(b) ? "same" : "clash";
}

// src/compare/word-search.ts
function findWord(machines, budget) {
  const start = machines.map(startOf);
  const trail = [{ parent: -1, code: 0 }];
  const states = [start];
  if (start.every((live, at) => isAlive(machines[at], live)) === false) return void 0;
  const seen = /* @__PURE__ */ new Set([keyOf(start)]);
  for (let at = 0; at < states.length; at++) {
    const state = states[at] ?? [];
    if (machines.every((machine, index) => accepts(machine, state[index] ?? [])))
      return wordOf(trail, at);
    for (const code of alphabetOf(machines, state)) {
      spend(budget, 1 + sizeOf(state) / 4);
      const next = machines.map((machine, index) => advance(machine, state[index] ?? [], code));
      if (!next.every((live, index) => isAlive(machines[index], live))) continue;
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      states.push(next);
      trail.push({ parent: at, code });
    }
  }
  return void 0;
}
function matchesText(pattern, text2) {
  const machine = { patterns: [pattern], forbidden: false };
  let live = startOf(machine);
  for (let at = 0; at < text2.length && live.length > 0; at++)
    live = advance(machine, live, text2.charCodeAt(at));
  return accepts(machine, live);
}
function startOf(machine) {
  return machine.patterns.map((pattern, index) => ({
    pattern: index,
    positions: closed(pattern, [0])
  }));
}
function isAlive(machine, live) {
  return machine?.forbidden === true || live.length > 0;
}
function accepts(machine, live) {
  const matched = live.some(
    ({ pattern, positions }) => positions.at(-1) === machine.patterns[pattern]?.steps.length
  );
  return matched !== machine.forbidden;
}
function advance(machine, live, code) {
  const next = [];
  for (const { pattern: index, positions } of live) {
    const pattern = machine.patterns[index];
    if (pattern === void 0) continue;
    const moved = [];
    for (const at of positions) {
      const step = pattern.steps[at];
      if (step === any || step === anyInField && code !== colon) moved.push(at);
      else if (typeof step === "number" && takes(step, code, pattern.fold)) moved.push(at + 1);
    }
    if (moved.length > 0) next.push({ pattern: index, positions: closed(pattern, moved) });
  }
  return next;
}
function takes(step, code, fold) {
  if (step === one) return true;
  if (step === oneInField) return code !== colon;
  return step === code || fold && step >= 0 && foldUnit(step) === foldUnit(code);
}
function closed(pattern, positions) {
  const all = [];
  let lastStar = -1;
  for (const start of [...positions].sort((a, b) => a - b)) {
    for (let at = start; all.length === 0 || at > (all.at(-1) ?? -1); at++) {
      all.push(at);
      const step = pattern.steps[at];
      if (step !== any && step !== anyInField) break;
      lastStar = at;
    }
  }
  return lastStar < 0 ? all : all.filter((at) => at >= lastStar);
}
function alphabetOf(machines, state) {
  const codes = /* @__PURE__ */ new Set();
  for (const [index, live] of state.entries()) {
    for (const { pattern: which, positions } of live) {
      const pattern = machines[index]?.patterns[which];
      if (pattern === void 0) continue;
      for (const at of positions) addCodes(codes, pattern.steps[at], pattern.fold);
    }
  }
  codes.add(otherThan(codes));
  return [...codes];
}
function addCodes(codes, step, fold) {
  if (typeof step !== "number") return;
  if (step === anyInField || step === oneInField) codes.add(colon);
  if (step < 0) return;
  codes.add(step);
  if (!fold) return;
  const letter = String.fromCharCode(step);
  for (const variant of [letter.toLowerCase(), letter.toUpperCase()])
    if (variant.length === 1) codes.add(variant.charCodeAt(0));
  const stranger = foldsTo.get(foldUnit(step));
  if (stranger !== void 0) codes.add(stranger);
}
var foldsTo = /* @__PURE__ */ new Map([
  [107, 8490],
  [229, 8491],
  [255, 376]
]);
var pleasant = [..."axbycz0123456789-_"].map((letter) => letter.charCodeAt(0));
function otherThan(codes) {
  const folded = new Set([...codes].map(foldUnit));
  const free = (code2) => code2 !== colon && !folded.has(foldUnit(code2));
  const found2 = pleasant.find(free);
  if (found2 !== void 0) return found2;
  let code = 33;
  while (!free(code)) code++;
  return code;
}
function sizeOf(state) {
  return state.reduce(
    (sum, live) => sum + live.reduce((count, { positions }) => count + positions.length, 0),
    0
  );
}
function keyOf(state) {
  return state.map((live) => live.map(({ pattern, positions }) => `${pattern}:${positions.join()}`).join(";")).join("|");
}
function wordOf(trail, end) {
  const codes = [];
  for (let at = end; at > 0; at = trail[at]?.parent ?? 0) codes.push(trail[at]?.code ?? 0);
  return codes.reverse().map((code) => String.fromCharCode(code)).join("");
}

// src/compare/text-set.ts
function textSet(kind, patterns) {
  const texts2 = [...new Set(patterns.map(({ text: text2 }) => text2))].sort();
  return {
    id: `${kind}${JSON.stringify(texts2)}`,
    patterns,
    symbolic: patterns.some((pattern) => pattern.symbolic)
  };
}
var everyText = patternOf("*", [any], false);
var empty = { kind: "empty" };
function solveTexts(inside, outside, budget) {
  if (inside.some((set) => outside.some(({ id }) => id === set.id))) return empty;
  const forbidden = outside.flatMap(({ patterns }) => patterns);
  const pivots = inside.filter((set) => set.symbolic);
  const plain2 = inside.filter((set) => !set.symbolic);
  const smallest = plain2.toSorted((a, b) => a.patterns.length - b.patterns.length)[0];
  const first = pivots.length > 0 ? pivots : smallest ? [smallest] : [];
  const rest = plain2.filter((set) => !first.includes(set));
  const choices = first.length > 0 ? first.map(({ patterns }) => patterns.flatMap((pattern) => splitDefaults(pattern))) : [[everyText]];
  let inexact = empty;
  for (const chosen of combinations(choices)) {
    const found2 = solveChosen(chosen, rest, forbidden, budget);
    if (found2.kind === "text" && found2.exact) return found2;
    if (found2.kind === "text") inexact = found2;
  }
  return inexact;
}
function solveChosen(chosen, rest, forbidden, budget) {
  spend(budget, 1 + forbidden.length / 16);
  const relevant = [];
  let exact2 = !chosen.some(({ symbolic }) => symbolic);
  for (const pattern of forbidden) {
    const wide = widen(pattern);
    if (chosen.some((one2) => clashes(wide, widen(one2)))) continue;
    if (chosen.some((one2) => covers(pattern, one2, budget))) return empty;
    if (pattern.symbolic) exact2 = false;
    else relevant.push(pattern);
  }
  const machines = chosen.map((one2) => ({ patterns: [widen(one2)], forbidden: false }));
  for (const { patterns } of rest) {
    const possible = patterns.filter(
      (pattern) => !chosen.some((one2) => clashes(pattern, widen(one2)))
    );
    spend(budget, patterns.length / 16);
    if (possible.length === 0) return empty;
    const [only] = chosen;
    if (only !== void 0 && possible.some((pattern) => covers(pattern, widen(only), budget)))
      continue;
    machines.push({ patterns: possible, forbidden: false });
  }
  if (relevant.length > 0) machines.push({ patterns: relevant, forbidden: true });
  const text2 = findWord(machines, budget);
  return text2 === void 0 ? empty : { kind: "text", text: text2, exact: exact2 };
}
function* combinations(choices) {
  const [head, ...tail] = choices;
  if (head === void 0) {
    yield [];
    return;
  }
  for (const item of head) for (const others of combinations(tail)) yield [item, ...others];
}

// src/compare/value-probes.ts
function numberProbes(bounds) {
  const sorted3 = bounds.toSorted(compareDecimals).map(scaled);
  const scale = largest(sorted3.map((bound) => bound.scale));
  const points = sorted3.map((bound) => bound.digits * 10n ** BigInt(scale + 1 - bound.scale));
  const [least] = points;
  if (least === void 0) return ["0"];
  return [least - 10n ** BigInt(scale + 1), ...points.flatMap((point) => [point, point + 1n])].map(
    (point) => formatScaled(point, scale + 1)
  );
}
function largest(values) {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
var maxScale = 500;
function scaled({ sign, digits, exponent }) {
  const scale = digits.length - exponent;
  if (Math.abs(scale) > maxScale || digits.length > maxScale)
    throw new BudgetExceeded("A number in a condition has too many digits to be compared.");
  const value = BigInt(sign) * BigInt(digits === "" ? "0" : digits);
  return scale >= 0 ? { digits: value, scale } : { digits: value * 10n ** BigInt(-scale), scale: 0 };
}
function formatScaled(value, scale) {
  const negative = value < 0n;
  const text2 = String(negative ? -value : value).padStart(scale + 1, "0");
  const whole = text2.slice(0, text2.length - scale);
  const fraction = text2.slice(text2.length - scale).replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
function dateProbes(bounds) {
  const sorted3 = bounds.toSorted(compareInstants);
  const [least] = sorted3;
  if (least === void 0) return ["2026-01-01T00:00:00Z"];
  const length = largest(sorted3.map(({ fraction }) => fraction.length));
  return [
    { seconds: least.seconds - 86400, fraction: "" },
    ...sorted3.flatMap((bound) => [
      bound,
      { seconds: bound.seconds, fraction: `${bound.fraction.padEnd(length, "0")}1` },
      { seconds: bound.seconds + 1, fraction: bound.fraction }
    ])
  ].map(formatInstant);
}
var firstSecond = -621355e5;
var lastSecond = 25337e7;
function formatInstant({ seconds, fraction }) {
  if (seconds < firstSecond || seconds > lastSecond)
    throw new BudgetExceeded("A date in a condition is too far away to be compared.");
  const [whole = ""] = new Date(seconds * 1e3).toISOString().split(".");
  return `${whole}${fraction === "" ? "" : `.${fraction}`}Z`;
}
function addressProbes(ranges) {
  const edges = ranges.map(edgesOf).flatMap(
    ({ size, first, last }) => [first + 1n, first, last + 1n].filter((value) => value < 1n << BigInt(size * 8)).map((value) => ({ size, value }))
  );
  return [...edges, { size: 4, value: 0n }, { size: 16, value: 0n }].map(formatAddress);
}
function edgesOf({ network, prefix }) {
  const size = network.length;
  const count = 1n << BigInt(size * 8 - prefix);
  const first = numberOf(network) / count * count;
  return { size, first, last: first + count - 1n };
}
function numberOf(address) {
  return address.reduce((value, byte) => value << 8n | BigInt(byte), 0n);
}
function addressesIn({ network, prefix }) {
  return 1n << BigInt(network.length * 8 - prefix);
}
function inRange({ network, prefix }, address) {
  if (address.length !== network.length) return false;
  const rest = BigInt(network.length * 8 - prefix);
  return numberOf(address) >> rest === numberOf(network) >> rest;
}
function formatAddress({ size, value }) {
  if (size === 4) return [24n, 16n, 8n, 0n].map((by) => String(value >> by & 255n)).join(".");
  return Array.from(
    { length: 8 },
    (_, at) => (value >> BigInt(112 - at * 16) & 0xffffn).toString(16)
  ).join(":");
}
function binaryProbes(wanted) {
  const known2 = new Set(wanted);
  let other = "AAAA";
  while (known2.has(other)) other += "AAAA";
  return [...known2, other];
}

// src/compare/value-set.ts
var everyValue = {
  family: "text",
  id: "text*",
  texts: textSet("like", [
    compilePattern("*", { wildcards: true, fold: false, arn: false, variables: false })
  ])
};
function valueSet(comparison, values, reading) {
  const { variables, starArnValue } = reading;
  const id = `${comparison}${variables ? "" : "-"}${starArnValue}${JSON.stringify([...new Set(values)].sort())}`;
  switch (comparison) {
    case "StringEquals":
    case "StringEqualsIgnoreCase":
    case "StringLike":
    case "ArnEquals":
    case "ArnLike":
      return { family: "text", id, texts: textsOf2(comparison, values, reading) };
    case "NumericEquals":
    case "NumericLessThan":
    case "NumericLessThanEquals":
    case "NumericGreaterThan":
    case "NumericGreaterThanEquals":
      return {
        family: "number",
        id,
        order: orderOf(comparison),
        bounds: parsed(values, parseDecimal)
      };
    case "DateEquals":
    case "DateLessThan":
    case "DateLessThanEquals":
    case "DateGreaterThan":
    case "DateGreaterThanEquals":
      return {
        family: "date",
        id,
        order: orderOf(comparison),
        bounds: parsed(values, parseInstant)
      };
    case "IpAddress":
      return { family: "address", id, ranges: parsed(values, parseAddressRange) };
    case "Bool":
      return { family: "bool", id, wanted: parsed(values, parseBool) };
    case "BinaryEquals":
      return { family: "binary", id, wanted: parsed(values, bytesOf) };
    default:
      return comparison;
  }
}
function hasValue(set, value) {
  switch (set.family) {
    case "text":
      return hasText(set.texts, value);
    case "number": {
      const number = parseDecimal(value);
      return number !== void 0 && set.bounds.some((bound) => holds(set.order, compareDecimals(number, bound)));
    }
    case "date": {
      const instant = parseInstant(value);
      return instant !== void 0 && set.bounds.some((bound) => holds(set.order, compareInstants(instant, bound)));
    }
    case "address": {
      const address = parseAddress(value);
      return address !== void 0 && set.ranges.some((range) => inRange(range, address));
    }
    case "bool": {
      const bool = parseBool(value);
      return bool !== void 0 && set.wanted.includes(bool);
    }
    case "binary": {
      const bytes = bytesOf(value);
      return bytes !== void 0 && set.wanted.includes(bytes);
    }
    default:
      return set;
  }
}
function sizeOf2(set) {
  switch (set.family) {
    case "text":
      return set.texts.patterns.length;
    case "number":
    case "date":
      return set.bounds.length;
    case "address":
      return set.ranges.length;
    case "bool":
    case "binary":
      return set.wanted.length;
    default:
      return set;
  }
}
function probesOf(sets) {
  const has = (family) => sets.some((set) => set.family === family);
  const numbers = sets.flatMap((set) => set.family === "number" ? set.bounds : []);
  const dates = sets.flatMap((set) => set.family === "date" ? set.bounds : []);
  const ranges = sets.flatMap((set) => set.family === "address" ? set.ranges : []);
  const binaries = sets.flatMap((set) => set.family === "binary" ? set.wanted : []);
  return [
    ...has("bool") ? ["true", "false"] : [],
    ...has("number") ? numberProbes(numbers) : [],
    ...has("date") ? dateProbes(dates) : [],
    ...has("address") ? addressProbes(ranges) : [],
    ...has("binary") ? binaryProbes(binaries) : [],
    ...sets.flatMap((set) => set.family === "text" ? exactTexts(set.texts) : [])
  ];
}
var junk = "other text!";
var readings = {
  StringEquals: { wildcards: false, fold: false, arn: false },
  StringEqualsIgnoreCase: { wildcards: false, fold: true, arn: false },
  StringLike: { wildcards: true, fold: false, arn: false },
  ArnEquals: { wildcards: true, fold: false, arn: true },
  ArnLike: { wildcards: true, fold: false, arn: true }
};
function textsOf2(comparison, values, { variables, starArnValue }) {
  const reading = { ...readings[comparison], variables };
  const readable = reading.arn ? values.flatMap((value) => arnValue(value, variables, starArnValue)) : values;
  const kind = reading.arn ? "arn" : reading.fold ? "fold" : reading.wildcards ? "like" : "is";
  return textSet(
    `${kind}${variables ? "" : "-"}`,
    readable.map((value) => compilePattern(value, reading))
  );
}
function arnValue(value, variables, star) {
  if (isStars(value) && star === "matches") return ["*:*:*:*:*:*"];
  return fieldCount(value, variables) >= 6 ? [value] : [];
}
function hasText(texts2, value) {
  const matched = texts2.patterns.some(
    (pattern) => !pattern.symbolic && matchesText(pattern, value)
  );
  return matched || (texts2.symbolic ? void 0 : false);
}
function orderOf(comparison) {
  if (comparison.endsWith("LessThan")) return "less";
  if (comparison.endsWith("LessThanEquals")) return "lessOrEqual";
  if (comparison.endsWith("GreaterThan")) return "greater";
  if (comparison.endsWith("GreaterThanEquals")) return "greaterOrEqual";
  return "equal";
}
function holds(order, difference) {
  switch (order) {
    case "equal":
      return difference === 0;
    case "less":
      return difference < 0;
    case "lessOrEqual":
      return difference <= 0;
    case "greater":
      return difference > 0;
    case "greaterOrEqual":
      return difference >= 0;
    default:
      return order;
  }
}
function parseBool(text2) {
  const lower = text2.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : void 0;
}
var longestBinary = 1e5;
function bytesOf(text2) {
  if (text2.length > longestBinary)
    throw new BudgetExceeded("A binary value in a condition is too long to be compared.");
  const bytes = decodeBase64(text2);
  return bytes && btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}
function parsed(values, parse) {
  return values.map(parse).filter((value) => value !== void 0);
}
function exactTexts(texts2) {
  return texts2.patterns.filter(({ exact: exact2 }) => exact2).map(exactText);
}
function exactText({ steps }) {
  let text2 = "";
  for (const step of steps) if (typeof step === "number") text2 += String.fromCharCode(step);
  return text2;
}

// src/compare/key-literal.ts
function keyAlternatives(conditions2, reading) {
  if (reading.unclear === "evaluated")
    return [conditions2.map((condition) => keyLiteral(condition, reading))];
  let alternatives = [[]];
  for (const group of conditionGroups(conditions2)) {
    const ways = opaqueAlternatives(group, reading);
    const fitting = alternatives.length * ways.length > maxAlternatives ? [[opaque(group)]] : ways;
    alternatives = alternatives.flatMap((before) => fitting.map((way) => [...before, ...way]));
  }
  return alternatives;
}
var maxAlternatives = 32;
function opaqueAlternatives(group, reading) {
  const [condition, repeated] = group;
  if (condition === void 0) return [[]];
  if (repeated !== void 0 || isUnclearAltogether(condition)) return [[opaque(group)]];
  const unclear = unclearValues(condition, reading);
  if (unclear.length === 0) return [[keyLiteral(condition, reading)]];
  const { operator, values } = condition;
  const negates = operator.negated;
  if (operator.qualifier === (negates ? "ForAnyValue" : "ForAllValues")) return [[opaque(group)]];
  const parts = [...new Set(unclear)].map((value) => opaque([{ ...condition, values: [value] }]));
  const rest = values.filter((value) => !unclear.includes(value));
  const clear = rest.length > 0 ? [keyLiteral({ ...condition, values: rest }, reading), ...parts] : parts;
  return negates ? [clear] : clear.map((one2) => [one2]);
}
function keyLiteral(condition, reading) {
  const { operator, key, values } = condition;
  const lower = key.toLowerCase();
  if (operator.comparison === "Null") return nullLiteral(lower, values);
  const set = valueSet(operator.comparison, values, reading);
  const inside = !operator.negated;
  switch (operator.qualifier) {
    case "ForAllValues":
      return literal({ key: lower, absent: true, quantity: "all", set, inside });
    case "ForAnyValue": {
      const absent = operator.ifExists && reading.anyValueIfExists;
      return literal({ key: lower, absent, quantity: "some", set, inside });
    }
    case void 0:
      return operator.negated ? literal({ key: lower, absent: true, quantity: "all", set, inside }) : literal({ key: lower, absent: operator.ifExists, quantity: "some", set, inside });
    default:
      return operator.qualifier;
  }
}
function opaque(group) {
  const [first] = group;
  const lists = group.map(({ values }) => JSON.stringify([...new Set(values)].sort())).sort();
  const name = JSON.stringify([first?.operator, first?.key.toLowerCase(), lists]);
  const reading = { variables: false, starArnValue: "matches" };
  const set = valueSet("StringEquals", ["true"], reading);
  return literal({ key: `unclear ${name}`, absent: false, quantity: "some", set, inside: true });
}
function contrary({ key, absent, quantity, set, inside }) {
  return literal({
    key,
    absent: !absent,
    quantity: quantity === "some" ? "all" : "some",
    set,
    inside: !inside
  });
}
function nullLiteral(key, values) {
  const wanted = values.map((value) => value.toLowerCase());
  return literal({
    key,
    absent: wanted.includes("true"),
    quantity: "some",
    set: everyValue,
    inside: wanted.includes("false")
  });
}
function literal(parts) {
  const { key, absent, quantity, set, inside } = parts;
  return {
    ...parts,
    id: `${JSON.stringify(key)} ${absent ? "?" : ""}${quantity}${inside ? "" : "!"}${set.id}`
  };
}

// src/compare/principal-pattern.ts
function hasWildcard(value) {
  return /[*?]/.test(value);
}
function compileEntry(value) {
  return compilePattern(value, { wildcards: true, fold: false, arn: false, variables: false });
}
function headOf(entry) {
  const at = entry.search(/[*?]/);
  return at < 0 ? entry : entry.slice(0, at);
}
function restsAfter({ steps, text: text2 }, start, budget) {
  const head = headOf(text2);
  spend(budget, 1 / 16);
  if (!head.startsWith(start) && !start.startsWith(head)) return [];
  spend(budget, 1);
  let live = withStars(steps, [0]);
  for (let at = 0; at < start.length && live.length > 0; at++) {
    const code = start.charCodeAt(at);
    const moved = live.flatMap((position) => {
      const step = steps[position];
      if (step === any) return [position];
      return step === one || step === code ? [position + 1] : [];
    });
    live = withStars(steps, moved);
  }
  return live.filter((position) => !live.includes(position - 1) || steps[position - 1] !== any).map((position) => patternOf(`${text2} ${position}`, steps.slice(position), false));
}
function withStars(steps, positions) {
  const reached = new Set(positions);
  for (const position of reached) if (steps[position] === any) reached.add(position + 1);
  return [...reached];
}
function accountIn({ steps }) {
  let at = 0;
  let wild = false;
  while (steps[at] === any || steps[at] === one) {
    wild = true;
    at++;
  }
  if (wild) return isDigit(steps[at]) ? "some" : void 0;
  let digits = "";
  for (let step = steps[at]; isDigit(step); step = steps[++at]) digits += String.fromCharCode(step);
  if (steps[at] === any || steps[at] === one)
    return digits === "" || digits.length > 12 ? void 0 : digits.length === 12 ? digits : "some";
  return digits.length === 12 ? digits : void 0;
}
function isDigit(step) {
  return typeof step === "number" && step >= 48 && step <= 57;
}

// src/compare/principal-entries.ts
var maxPrincipals = 1500;
function entryTexts(policies) {
  const values = {
    AWS: /* @__PURE__ */ new Set(),
    Service: /* @__PURE__ */ new Set(),
    Federated: /* @__PURE__ */ new Set(),
    CanonicalUser: /* @__PURE__ */ new Set()
  };
  for (const { statements } of policies)
    for (const { principal: principal2 } of statements)
      for (const entry of principal2?.principals ?? [])
        if (!entry.everyone) values[entry.kind].add(entry.value);
  if (values.AWS.size > maxPrincipals)
    throw new BudgetExceeded("The policies name too many principals to be compared.");
  return {
    AWS: sorted2(values.AWS),
    Service: sorted2(values.Service),
    Federated: sorted2(values.Federated),
    CanonicalUser: sorted2(values.CanonicalUser)
  };
}
function sorted2(values) {
  const all = [...values];
  return {
    literals: all.filter((value) => !hasWildcard(value)),
    patterns: all.filter(hasWildcard).map(compileEntry)
  };
}
function literalSet(texts2) {
  return textSet("literal", texts2.map(compileEntry));
}
function ofNames(patterns) {
  return patterns.map((pattern) => textSet("entry", [pattern]));
}

// src/compare/role-texts.ts
var slash = 47;
function roleText(path, name, session2) {
  return `${path}:${name}:${session2}`;
}
function rolePatterns(rest) {
  return halves(rest, "last").map(
    ([path, name], at) => patternOf(`${rest.text} r${at}`, [...path, colon, ...name, colon, anyInField], false)
  );
}
function sessionPatterns(rest) {
  return halves(rest, "only").map(
    ([name, session2], at) => patternOf(`${rest.text} s${at}`, [anyInField, colon, ...name, colon, ...session2], false)
  );
}
var allRoles = textSet(
  "roles",
  [
    [colon, oneInField, anyInField, colon, oneInField, anyInField],
    [oneInField, anyInField, slash, colon, oneInField, anyInField, colon, oneInField, anyInField]
  ].map((steps, at) => patternOf(`role ${at}`, steps, false))
);
var noRole = textSet(
  "no roles",
  [
    [anyInField, colon, anyInField, slash, anyInField, colon, anyInField],
    [anyInField, colon, anyInField, colon, anyInField, slash, anyInField]
  ].map((steps, at) => patternOf(`no role ${at}`, steps, false))
);
function fieldSet(name, rows) {
  const steps = (field, most) => field === void 0 ? most : Array.from({ length: field.length }, (_, at) => field.charCodeAt(at));
  return textSet(
    name,
    rows.map(
      ([path, role, session2]) => patternOf(
        JSON.stringify([path ?? null, role ?? null, session2 ?? null]),
        [
          ...steps(path, [anyInField]),
          colon,
          ...steps(role, [oneInField, anyInField]),
          colon,
          ...steps(session2, [oneInField, anyInField])
        ],
        false
      )
    )
  );
}
function halves({ steps }, cut) {
  const kept = cut === "last" ? [slash] : [];
  const found2 = cut === "last" ? [[[], steps]] : [];
  for (const [at, step] of steps.entries()) {
    const before = steps.slice(0, at);
    const after = steps.slice(at + 1);
    if (step === any)
      found2.push([
        [...before, any, ...kept],
        [any, ...after]
      ]);
    else if (step === one || step === slash) found2.push([[...before, ...kept], after]);
  }
  return found2.filter(([first, second]) => {
    const names = cut === "last" ? second : [...first, ...second];
    return !names.includes(slash) && ![...first, ...second].includes(colon);
  }).map(([first, second]) => [first.map(inField), second.map(inField)]);
}
function inField(step) {
  if (step === any) return anyInField;
  return step === one ? oneInField : step;
}

// src/compare/text-cells.ts
function textCells(universe, sets, budget) {
  const { inside, outside, samples } = universe;
  const fits5 = ({ holding, lacking }, text2) => [...inside, ...holding].every((set) => isIn(set, text2, budget)) && ![...outside, ...lacking].some((set) => isIn(set, text2, budget));
  const cellOf = (kind) => {
    const sample2 = samples.find((text2) => fits5(kind, text2));
    if (sample2 !== void 0) return [{ ...kind, text: sample2 }];
    const all = [...kind.holding.toReversed(), ...inside];
    const found2 = solveTexts(all, [...outside, ...kind.lacking], budget);
    return found2.kind === "text" ? [{ ...kind, text: found2.text }] : [];
  };
  let cells = cellOf({ holding: [], lacking: [] });
  for (const set of sets)
    cells = cells.flatMap((cell) => {
      const holding = { ...cell, holding: [...cell.holding, set] };
      const lacking = { ...cell, lacking: [...cell.lacking, set] };
      return isIn(set, cell.text, budget) ? [holding, ...cellOf(lacking)] : [lacking, ...cellOf(holding)];
    });
  return cells.map(({ text: text2, holding }) => ({ text: text2, sets: holding }));
}
function isIn({ patterns }, text2, budget) {
  spend(budget, 1 + patterns.length / 16);
  return patterns.some((pattern) => matchesText(pattern, text2));
}

// src/compare/account-callers.ts
var caller = /^arn:[^:]*:(?:iam::\d{12}:(?:user\/.*|role\/[^:]*)|sts::\d{12}:(?:federated-user\/.*|assumed-role\/[^:/]*\/[^:]*))$/;
function isCallerName(value) {
  return caller.test(value);
}
function callersOfAccount({ id, partition }, entries, budget) {
  const iam = `arn:${partition}:iam::${id}:`;
  const sts = `arn:${partition}:sts::${id}:`;
  return {
    id,
    partition,
    users: namesAfter(`${iam}user/`, entries, budget),
    federatedUsers: namesAfter(`${sts}federated-user/`, entries, budget),
    sessions: sessionsOf({ role: `${iam}role/`, session: `${sts}assumed-role/` }, entries, budget)
  };
}
function namesAfter(start, { literals, patterns }, budget) {
  const named = literals.filter((value) => value.startsWith(start) && isCallerName(value));
  const sets = patterns.map((pattern) => textSet("name", restsAfter(pattern, start, budget))).filter(isPossible);
  const universe = {
    inside: [textSet("name", [compileEntry("?*")])],
    outside: [literalSet(named.map((value) => value.slice(start.length)))],
    samples: ["witness", "witness-2"]
  };
  const others = textCells(universe, sets, budget);
  return [...named, ...others.map(({ text: text2 }) => `${start}${text2}`)];
}
function sessionsOf(starts, entries, budget) {
  const literals = entries.literals.filter(isCallerName);
  const roles = literals.filter((value) => value.startsWith(starts.role)).map((value) => cutAfter(value.slice(starts.role.length), "last"));
  const sessions = literals.filter((value) => value.startsWith(starts.session)).map((value) => cutAfter(value.slice(starts.session.length), "first"));
  const sets = entries.patterns.map(
    (pattern) => textSet("session", [
      ...restsAfter(pattern, starts.role, budget).flatMap(rolePatterns),
      ...restsAfter(pattern, starts.session, budget).flatMap(sessionPatterns)
    ])
  ).filter(isPossible);
  const ofRoles = fieldSet(
    "roles",
    roles.map(([path, name]) => [path, name, void 0])
  );
  const ofSessions = fieldSet(
    "sessions",
    sessions.map(([name, session2]) => [void 0, name.slice(0, -1), session2])
  );
  const outside = [noRole, ofRoles, ofSessions];
  const texts2 = [
    ...textCells(
      { inside: [allRoles], outside, samples: [roleText("", "witness", "session")] },
      sets,
      budget
    )
  ].map(({ text: text2 }) => text2);
  for (const [path, name] of roles) {
    const inside = [allRoles, fieldSet("role", [[path, name, void 0]])];
    const samples = ["session", "session-2"].map((session2) => roleText(path, name, session2));
    for (const { text: text2 } of textCells(
      { inside, outside: [noRole, ofSessions], samples },
      sets,
      budget
    ))
      texts2.push(text2);
  }
  for (const [slashed, session2] of sessions) {
    const name = slashed.slice(0, -1);
    for (const [path, other] of roles)
      if (other === name) texts2.push(roleText(path, name, session2));
    const plain2 = roleText("", name, session2);
    const inside = [allRoles, fieldSet("session", [[void 0, name, session2]])];
    for (const cell of textCells(
      { inside, outside: [noRole, ofRoles], samples: [plain2] },
      sets,
      budget
    ))
      if (cell.text === plain2 || cell.sets.some((set) => !isIn(set, plain2, budget)))
        texts2.push(cell.text);
  }
  return texts2.map((text2) => sessionNamed(text2, starts));
}
function cutAfter(text2, which) {
  const at = (which === "first" ? text2.indexOf("/") : text2.lastIndexOf("/")) + 1;
  return [text2.slice(0, at), text2.slice(at)];
}
function sessionNamed(text2, starts) {
  const [path = "", name = "", session2 = ""] = text2.split(":");
  return {
    roleArn: `${starts.role}${path}${name}`,
    sessionArn: `${starts.session}${name}/${session2}`
  };
}
function isPossible({ patterns }) {
  return patterns.length > 0;
}

// src/compare/named-principals.ts
function namedPrincipals(policies, budget) {
  const entries = entryTexts(policies);
  const { literals, patterns } = entries.AWS;
  const ids = (start) => [
    ...literals.filter((value) => value.startsWith(start)),
    ...textCells(
      {
        inside: [textSet("id", [compileEntry(`${start}?*`)])],
        outside: [literalSet(literals)],
        samples: []
      },
      ofNames(patterns),
      budget
    ).flatMap(({ text: text2, sets }) => sets.length > 0 ? [text2] : [])
  ];
  return {
    accounts: accountsOf(entries, budget).map(
      (account2) => callersOfAccount(account2, entries.AWS, budget)
    ),
    services: namesOf(entries.Service, "witness.amazonaws.com", budget),
    providers: namesOf(entries.Federated, "witness.example.com", budget),
    canonicalUsers: namesOf(entries.CanonicalUser, "witness", budget),
    userIds: ids("AIDA"),
    roleIds: ids("AROA"),
    unrecognised: literals.filter(
      (value) => rootAccount(value) === void 0 && !isCallerName(value)
    )
  };
}
function rootAccount(value) {
  const found2 = /^(?:(\d{12})|arn:[a-z0-9-]{1,32}:iam::(\d{12}):root)$/.exec(value);
  return found2?.[1] ?? found2?.[2];
}
function namesOf({ literals, patterns }, sample2, budget) {
  const universe = {
    inside: [textSet("name", [compileEntry("?*")])],
    outside: [literalSet(literals)],
    samples: [sample2, `a.${sample2}`]
  };
  const others = textCells(universe, ofNames(patterns), budget);
  return [...literals, ...others.map(({ text: text2 }) => text2)];
}
function accountsOf({ AWS }, budget) {
  const { literals, patterns } = AWS;
  const partitions2 = partitionsOf(AWS, budget);
  const named = /* @__PURE__ */ new Set();
  for (const value of literals) {
    const id = rootAccount(value) ?? /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
    if (id !== void 0) named.add(id);
  }
  const starts = partitions2.flatMap((id) => [`arn:${id}:iam::`, `arn:${id}:sts::`]);
  for (const pattern of patterns)
    for (const rest of ["", ...starts].flatMap((start) => restsAfter(pattern, start, budget))) {
      const id = accountIn(rest);
      if (id === "some")
        throw new BudgetExceeded("Wildcards within the ID of an account cannot be compared.");
      if (id !== void 0) named.add(id);
    }
  let other = 999999999999;
  while (named.has(String(other))) other--;
  return [...named, String(other)].flatMap(
    (id) => partitions2.map((partition) => ({ id, partition }))
  );
}
function partitionsOf({ literals, patterns }, budget) {
  const named = /* @__PURE__ */ new Set();
  for (const value of [...literals, ...patterns.map(({ text: text2 }) => text2)]) {
    const partition = /^arn:([^:*?]*):/.exec(value)?.[1];
    if (partition !== void 0) named.add(partition);
  }
  const others = /* @__PURE__ */ new Map();
  for (const { id } of partitions) {
    const rests = patterns.flatMap((pattern) => restsAfter(pattern, `arn:${id}:`, budget));
    const kind = rests.map(textOf2).join("\n");
    if (rests.length > 0 && !named.has(id) && !others.has(kind)) others.set(kind, id);
  }
  const found2 = [...named, ...others.values()];
  return found2.length > 0 ? found2 : ["aws"];
}
function textOf2({ text: text2 }) {
  return text2;
}

// src/compare/principal-candidates.ts
var maxCandidates = 4e3;
function principalCandidates(policies, budget) {
  const anonymous = bare({ kind: "anonymous" }, []);
  if (!policies.some(({ statements }) => statements.some(({ principal: principal2 }) => principal2)))
    return [anonymous];
  const named = namedPrincipals(policies, budget);
  const found2 = [];
  const add = (candidates) => {
    for (const candidate of candidates) {
      found2.push(candidate);
      if (found2.length > maxCandidates)
        throw new BudgetExceeded("The policies name too many principals to be compared.");
    }
  };
  for (const account2 of named.accounts) add(callersIn(account2, named));
  for (const name of named.services) add([bare({ kind: "service", name }, [`Service ${name}`])]);
  for (const provider of named.providers)
    add([bare({ kind: "federated", provider }, [`Federated ${provider}`])]);
  for (const id of named.canonicalUsers)
    add([bare({ kind: "canonical-user", id }, [`CanonicalUser ${id}`])]);
  for (const text2 of named.unrecognised) add([unrecognised(text2)]);
  return [...found2, anonymous];
}
function entryName(entry) {
  return entry.everyone ? "*" : `${entry.kind} ${entry.value}`;
}
function* callersIn(account2, { userIds, roleIds }) {
  const { id, partition, users } = account2;
  const whole = accountNames(id, partition);
  for (const arn of users) {
    yield iamUser(whole, arn);
    for (const uniqueId of userIds) yield iamUser(whole, arn, uniqueId);
  }
  for (const arn of account2.federatedUsers)
    for (const userArn of users) yield federatedUser(whole, arn, userArn);
  for (const session2 of account2.sessions) {
    yield roleSession(whole, session2);
    for (const uniqueId of roleIds) yield roleSession(whole, session2, uniqueId);
  }
  yield bare({ kind: "root", account: id, partition }, whole);
}
function accountNames(id, partition) {
  return [`AWS ${id}`, `AWS arn:${partition}:iam::${id}:root`];
}
function iamUser(account2, arn, uniqueId) {
  const itself = uniqueId === void 0 ? [`AWS ${arn}`] : [`AWS ${arn}`, `AWS ${uniqueId}`];
  return {
    caller: { kind: "user", arn, uniqueId },
    names: /* @__PURE__ */ new Set([...account2, ...itself]),
    mustBeListed: [account2, itself]
  };
}
function federatedUser(account2, arn, userArn) {
  return {
    caller: { kind: "federated-user", arn, userArn },
    names: /* @__PURE__ */ new Set([...account2, `AWS ${arn}`, `AWS ${userArn}`]),
    mustBeListed: [account2, [`AWS ${arn}`, `AWS ${userArn}`]],
    mustBeListedStrictly: [account2, [`AWS ${arn}`]]
  };
}
function roleSession(account2, { roleArn, sessionArn }, uniqueId) {
  const role = uniqueId === void 0 ? [`AWS ${roleArn}`] : [`AWS ${roleArn}`, `AWS ${uniqueId}`];
  return {
    caller: { kind: "role-session", roleArn, sessionArn, uniqueId },
    names: /* @__PURE__ */ new Set([...account2, `AWS ${sessionArn}`, ...role]),
    mustBeListed: [account2, role, [`AWS ${sessionArn}`]]
  };
}
function unrecognised(text2) {
  const [, partition = "", id] = /^arn:([^:]*):[^:]*:[^:]*:(\d{12}):/.exec(text2) ?? [];
  const account2 = id === void 0 ? [] : accountNames(id, partition);
  return {
    caller: { kind: "unrecognised", text: text2 },
    names: /* @__PURE__ */ new Set([`AWS ${text2}`, ...account2]),
    mustBeListed: [account2, [`AWS ${text2}`]]
  };
}
function bare(caller2, names) {
  return { caller: caller2, names: new Set(names), mustBeListed: [] };
}

// src/compare/principal-literal.ts
function principalsOf2(statement, context) {
  const { principal: principal2 } = statement;
  let set = 0n;
  const isListed = listing(statement, context);
  for (const [at, candidate] of context.candidates.entries()) {
    const applies = principal2 === void 0 || speaksOf({ ...statement, principal: principal2 }, candidate, { isListed, reading: context.reading });
    if (applies) set |= 1n << BigInt(at);
  }
  return set;
}
function speaksOf({ principal: principal2, effect }, candidate, { isListed, reading }) {
  const everyone = isListed("*");
  const named = everyone || [...candidate.names].some(isListed);
  if (!principal2.negated) return named;
  if (effect === "Allow" || reading.notPrincipal === "lenient" || !named) return !named;
  if (everyone || candidate.mustBeListed.length === 0) return false;
  const groups = reading.notPrincipal === "strict" ? candidate.mustBeListedStrictly ?? candidate.mustBeListed : candidate.mustBeListed;
  return !groups.every((names) => names.some(isListed));
}
function listing(statement, context) {
  const entries = statement.principal?.principals ?? [];
  const literals = new Set(entries.map(entryName));
  const wild = entries.filter((entry) => isPattern(entry, statement, context));
  if (wild.length === 0) return (name) => literals.has(name);
  if (wild.some((entry) => /^AWS \*+$/.test(entryName(entry)))) literals.add("*");
  const patterns = wild.map((entry) => {
    const name = entryName(entry);
    return { head: headOf(name), pattern: compileEntry(name) };
  });
  const known2 = /* @__PURE__ */ new Map();
  return (name) => {
    const found2 = known2.get(name) ?? (literals.has(name) || patterns.some(({ head, pattern }) => name.startsWith(head) && matchesText(pattern, name)));
    known2.set(name, found2);
    return found2;
  };
}
function isPattern(entry, { effect, principal: principal2 }, { reading, side, sharedEntries: sharedEntries2 }) {
  if (entry.everyone || !hasWildcard(entry.value)) return false;
  const negated = principal2?.negated === true;
  if (reading.principalWildcards === "patterns") return true;
  if (side === "old" && effect === "Allow" && !negated) return true;
  if (sharedEntries2.has(entryName(entry))) return reading.principalWildcards === "strict";
  const widens = effect === "Allow" !== negated;
  return widens === (side === "new");
}

// src/compare/box.ts
function boxesOf(policy, at, context) {
  const variables = policy.version === "2012-10-17";
  return policy.statements.flatMap((statement) => boxesOfOne(statement, at, variables, context));
}
function boxesOfOne(statement, policy, variables, context) {
  const { reading } = context;
  const { index, sid, effect, resource, conditions: conditions2 } = statement;
  const whole = {
    statement: { policy, statement: index, sid },
    effect,
    principals: principalsOf2(statement, context),
    action: actionLiteral(statement.action),
    resource: resource && resourceLiteral(resource, variables, reading)
  };
  return keyAlternatives(conditions2, { variables, ...reading }).map((keys) => ({ ...whole, keys }));
}
var actionLiteral = perObject(({ negated, patterns }) => {
  const compiled = patterns.map(compileAction);
  return textLiteral(textSet("action", compiled), !negated);
});
function compileAction(action) {
  const lower = action.toLowerCase();
  return compilePattern(lower === "*:*" ? "*" : lower, {
    wildcards: true,
    fold: false,
    arn: false,
    variables: false
  });
}
var resourceLiterals = perObject((_) => /* @__PURE__ */ new Map());
function resourceLiteral(element, variables, reading) {
  const kind = `resource${variables ? "" : "-"}${reading.shortArns}`;
  const known2 = resourceLiterals(element).get(kind);
  if (known2 !== void 0) return known2;
  const { negated, patterns } = element;
  const compiled = patterns.map((text2) => compileResource(text2, { variables, ...reading }));
  const literal2 = textLiteral(textSet(kind, compiled), !negated);
  resourceLiterals(element).set(kind, literal2);
  return literal2;
}
function compileResource(text2, { variables, shortArns }) {
  const missing2 = 6 - fieldCount(text2, variables);
  const plain2 = isStars(text2) || missing2 > 0 && shortArns === "glob";
  const full = plain2 ? text2 : `${text2}${":*".repeat(Math.max(missing2, 0))}`;
  const pattern = compilePattern(full, { wildcards: true, fold: false, arn: !plain2, variables });
  return { ...pattern, text: text2 };
}
function textLiteral(set, inside) {
  return { id: `${inside ? "" : "!"}${set.id}`, set, inside };
}

// src/compare/key-solution.ts
function solveKey(literals, facts, budget) {
  if (literals.every(({ absent }) => absent)) return { kind: "values", values: [], exact: true };
  const all = literals.filter(({ quantity }) => quantity === "all");
  const some = literals.filter(({ quantity }) => quantity === "some");
  const groups = facts.multivalued && some.length > 0 ? some.map((one2) => [...all, one2]) : [literals];
  const values = [];
  let exact2 = true;
  for (const group of groups) {
    const found2 = solveValue(group, facts.type, budget);
    if (found2 === void 0) return { kind: "empty" };
    if (!values.includes(found2.value)) values.push(found2.value);
    exact2 &&= found2.exact;
  }
  return { kind: "values", values, exact: exact2 };
}
function solveValue(literals, type, budget) {
  const texts2 = literals.filter(({ set }) => set.family === "text");
  const others = literals.filter(({ set }) => set.family !== "text");
  const found2 = others.length === 0 && !isBool(type) ? solveText(texts2, budget) : void 0;
  if (others.length === 0 && !isBool(type)) return found2;
  if (texts2.length > 0 && solveText(texts2, budget) === void 0) return void 0;
  const candidates = candidatesOf(
    literals.map(({ set }) => set),
    type
  );
  let open;
  for (const value of candidates) {
    const verdict = judge(literals, value, budget);
    if (verdict === true) return { value, exact: true };
    if (verdict === void 0) open ??= value;
  }
  if (open !== void 0) return { value: open, exact: false };
  return provenEmpty(texts2, others, type, budget) ? void 0 : { value: junk, exact: false };
}
function provenEmpty(texts2, others, type, budget) {
  if (type === "Bool") return true;
  if (texts2.length === 0) {
    const families = new Set(others.map(({ set }) => set.family));
    return [...families].some((family) => {
      const same = others.filter(({ set }) => set.family === family);
      const probes = candidatesOf(
        same.map(({ set }) => set),
        type
      );
      return probes.every((value) => judge(same, value, budget) === false);
    });
  }
  return solveText(texts2, budget) === void 0 || others.length > 0 && provenEmpty([], others, type, budget);
}
function solveText(literals, budget) {
  const inside = [];
  const outside = [];
  for (const literal2 of literals) {
    if (literal2.set.family !== "text") continue;
    (literal2.inside ? inside : outside).push(literal2.set.texts);
  }
  const found2 = solveTexts(inside, outside, budget);
  if (found2.kind === "empty") return void 0;
  const longer = found2.text === "" ? solveTexts([...inside, notEmpty], outside, budget) : found2;
  const { text: text2, exact: exact2 } = longer.kind === "empty" ? found2 : longer;
  return { value: text2, exact: exact2 };
}
var notEmpty = textSet("not empty", [
  compilePattern("?*", { wildcards: true, fold: false, arn: false, variables: false })
]);
function candidatesOf(sets, type) {
  if (type === "Bool") return ["true", "false"];
  return typed(sets, type) ? probesOf(sets) : [junk, ...probesOf(sets)];
}
var familyOfType = { Numeric: "number", Date: "date", IpAddress: "address" };
function typed(sets, type) {
  if (type !== "Numeric" && type !== "Date" && type !== "IpAddress") return false;
  return sets.every((set) => set.family === familyOfType[type] || set === everyValue);
}
function isBool(type) {
  return type === "Bool";
}
function judge(literals, value, budget) {
  let verdict = true;
  for (const { set, inside } of literals) {
    spend(budget, 1 + sizeOf2(set) / 16);
    const has = hasValue(set, value);
    if (has === void 0) verdict = void 0;
    else if (has !== inside) return false;
  }
  return verdict;
}

// src/compare/region.ts
function everything(everyone) {
  return { principals: everyone, action: [], resource: [], keys: /* @__PURE__ */ new Map() };
}
function literalsOf(box, everyone) {
  const literals = [{ dimension: "action", text: box.action }];
  if (box.principals !== everyone)
    literals.push({ dimension: "principal", principals: box.principals });
  if (box.resource !== void 0) literals.push({ dimension: "resource", text: box.resource });
  for (const key of box.keys) literals.push({ dimension: "key", key });
  return literals;
}
function narrow(region2, literal2, solver) {
  switch (literal2.dimension) {
    case "principal": {
      const principals = region2.principals & literal2.principals;
      return principals === 0n ? void 0 : { ...region2, principals };
    }
    case "action": {
      const action = [...region2.action, literal2.text];
      return textsOf3(action, solver).kind === "empty" ? void 0 : { ...region2, action };
    }
    case "resource": {
      const resource = [...region2.resource, literal2.text];
      return textsOf3(resource, solver).kind === "empty" ? void 0 : { ...region2, resource };
    }
    case "key": {
      const { key } = literal2.key;
      spend(solver.budget, region2.keys.size / 8);
      const literals = [...region2.keys.get(key) ?? [], literal2.key];
      if (valuesOf(key, literals, solver).kind === "empty") return void 0;
      return { ...region2, keys: new Map(region2.keys).set(key, literals) };
    }
    default:
      return literal2;
  }
}
function contraryOf(literal2, solver) {
  switch (literal2.dimension) {
    case "principal":
      return { ...literal2, principals: solver.everyone & ~literal2.principals };
    case "action":
    case "resource":
      return { ...literal2, text: textLiteral(literal2.text.set, !literal2.text.inside) };
    case "key":
      return { ...literal2, key: contrary(literal2.key) };
    default:
      return literal2;
  }
}
function textsOf3(literals, solver) {
  const ids = idsOf(literals);
  const known2 = solver.texts.get(ids);
  if (known2 !== void 0) return known2;
  const found2 = solveTexts(
    literals.flatMap(({ inside, set }) => inside ? [set] : []),
    literals.flatMap(({ inside, set }) => inside ? [] : [set]),
    solver.budget
  );
  solver.texts.set(ids, found2);
  return found2;
}
function valuesOf(key, literals, solver) {
  const ids = idsOf(literals);
  const known2 = solver.keys.get(ids);
  if (known2 !== void 0) return known2;
  const found2 = solveKey(literals, solver.factsOf(key), solver.budget);
  solver.keys.set(ids, found2);
  return found2;
}
function idsOf(literals) {
  return [...new Set(literals.map(({ id }) => id))].sort().join("\n");
}

// src/compare/box-cover.ts
function indexBoxes(boxes, solver) {
  const entries = boxes.map((box) => ({ box, actions: indexActions(box.action) }));
  const near = nearEntries(entries);
  const within = /* @__PURE__ */ new Map();
  const restCovers2 = (outer, inner) => {
    const known2 = within.get(inner)?.get(outer);
    if (known2 !== void 0) return known2;
    spend(solver.budget, 1);
    const found2 = coversBesideActions(outer, inner, solver);
    const row = within.get(inner) ?? /* @__PURE__ */ new Map();
    within.set(inner, row.set(outer, found2));
    return found2;
  };
  return {
    coverOf: ({ boxes: parts, action }) => near(action).find(({ box, actions: actions2 }) => {
      spend(solver.budget, 1 / 16);
      return actions2.covers(action, solver.budget) && parts.some((part) => restCovers2(box, part));
    })?.box,
    meeting: (action) => near(action).filter(({ actions: actions2 }) => {
      spend(solver.budget, 1 / 16);
      return actions2.meets(action, solver.budget);
    }).map(({ box }) => box)
  };
}
function nearEntries(entries) {
  const listing2 = /* @__PURE__ */ new Map();
  const wild = [];
  for (const entry of entries) {
    const { set, inside } = entry.box.action;
    if (!inside || set.patterns.some(({ exact: exact2 }) => !exact2)) {
      wild.push(entry);
      continue;
    }
    for (const pattern of set.patterns) {
      const found2 = listing2.get(keyOf2(pattern));
      if (found2 === void 0) listing2.set(keyOf2(pattern), [entry]);
      else found2.push(entry);
    }
  }
  return ({ set, inside }) => {
    const [only, ...more] = set.patterns;
    if (!inside || only === void 0 || more.length > 0 || !only.exact) return entries;
    return [...listing2.get(keyOf2(only)) ?? [], ...wild];
  };
}
function coversBesideActions(outer, inner, solver) {
  if ((inner.principals & ~outer.principals) !== 0n) return false;
  let region2 = everything(solver.everyone);
  for (const literal2 of literalsOf(inner, solver.everyone)) {
    if (literal2.dimension === "action") continue;
    const narrowed = narrow(region2, literal2, solver);
    if (narrowed === void 0) return true;
    region2 = narrowed;
  }
  return literalsOf(outer, solver.everyone).every(
    (literal2) => literal2.dimension === "action" || narrow(region2, contraryOf(literal2, solver), solver) === void 0
  );
}
function boxCovers(outer, inner, solver) {
  spend(solver.budget, 1);
  if (!coversBesideActions(outer, inner, solver)) return false;
  if (outer.action.id === inner.action.id) return true;
  const start = narrow(
    everything(solver.everyone),
    { dimension: "action", text: inner.action },
    solver
  );
  if (start === void 0) return true;
  const contrary2 = contraryOf({ dimension: "action", text: outer.action }, solver);
  return narrow(start, contrary2, solver) === void 0;
}
var indexActions = perObject(({ set, inside, id }) => {
  if (!inside) return { covers: (action) => action.id === id, meets: () => true };
  const texts2 = new Set(set.patterns.map(keyOf2));
  const wild = groupByService(set.patterns.filter(({ exact: exact2 }) => !exact2));
  const all = groupByService(set.patterns);
  return {
    covers: ({ set: { patterns }, inside: positive }, budget) => positive && patterns.every(
      (pattern) => texts2.has(keyOf2(pattern)) || wild(pattern).some((outer) => covers(outer, pattern, budget))
    ),
    meets: ({ set: { patterns }, inside: positive }, budget) => !positive || patterns.some((pattern) => {
      if (pattern.exact && texts2.has(keyOf2(pattern))) return true;
      const candidates = (pattern.exact ? wild : all)(pattern);
      spend(budget, 1 + candidates.length / 32);
      return candidates.some((other) => !clashes(other, pattern));
    })
  };
});
function groupByService(patterns) {
  const byService = Map.groupBy(patterns, serviceOf);
  const anyService = byService.get(void 0) ?? [];
  return (pattern) => {
    const service = serviceOf(pattern);
    if (service === void 0) return patterns;
    const same = byService.get(service) ?? [];
    return anyService.length === 0 ? same : [...anyService, ...same];
  };
}
function keyOf2({ text: text2 }) {
  return text2.toLowerCase();
}
function serviceOf({ text: text2 }) {
  const [service = ""] = text2.split(":", 1);
  return service === text2 || /[*?]/.test(service) ? void 0 : service.toLowerCase();
}
function boxId({ principals, action, resource, keys }) {
  return JSON.stringify([
    principals.toString(36),
    action.id,
    resource?.id ?? null,
    keys.map(({ id }) => id).sort()
  ]);
}

// src/evaluate/request-principal.ts
var providers = /* @__PURE__ */ new Set([
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
  "graph.facebook.com",
  "accounts.google.com"
]);
var account = /^\d{12}$/;
var canonicalId = /^[0-9a-f]{64}$/;
var host = /^[A-Za-z0-9.-]+$/;
function parseRequestPrincipal(text2) {
  if (text2 === "*") return { kind: "anonymous" };
  if (account.test(text2)) return { kind: "account", account: text2 };
  if (canonicalId.test(text2)) return { kind: "canonical-user", id: text2 };
  if (providers.has(text2)) return { kind: "federated", provider: text2 };
  if (text2.includes(".") && host.test(text2)) return { kind: "service", name: text2 };
  return principalOfArn(text2) ?? { kind: "unrecognised", text: text2 };
}
function accountOfPrincipal(principal2) {
  switch (principal2?.kind) {
    case "user":
    case "federated-user":
      return accountOfArn(principal2.arn);
    case "role-session":
      return accountOfArn(principal2.roleArn) ?? accountOfArn(principal2.sessionArn ?? "");
    case "root":
    case "account":
      return principal2.account;
    case "unrecognised":
      return accountOfArn(principal2.text);
    case "service":
    case "federated":
    case "canonical-user":
    case "anonymous":
    case void 0:
      return void 0;
    default:
      return principal2;
  }
}
function partitionOfPrincipal(principal2) {
  switch (principal2.kind) {
    case "user":
    case "federated-user":
      return parseArn(principal2.arn)?.partition;
    case "role-session":
      return parseArn(principal2.roleArn)?.partition;
    case "root":
    case "account":
      return principal2.partition;
    case "unrecognised":
      return parseArn(principal2.text)?.partition;
    case "service":
    case "federated":
    case "canonical-user":
    case "anonymous":
      return void 0;
    default:
      return principal2;
  }
}
function accountOfArn(arn) {
  const field = parseArn(arn)?.account ?? "";
  return account.test(field) ? field : void 0;
}
function principalOfArn(text2) {
  const arn = parseArn(text2);
  if (arn === void 0) return void 0;
  const [type = "", ...names] = arn.resource.split("/");
  switch (`${arn.service}:${type}`) {
    case "iam:root":
      return names.length === 0 ? { kind: "root", account: arn.account, partition: arn.partition } : void 0;
    case "iam:user":
      return { kind: "user", arn: text2 };
    case "iam:role":
      return { kind: "role-session", roleArn: text2 };
    case "sts:assumed-role": {
      const role = `arn:${arn.partition}:iam::${arn.account}:role/${names[0] ?? ""}`;
      return { kind: "role-session", roleArn: role, sessionArn: text2 };
    }
    case "sts:federated-user":
      return { kind: "federated-user", arn: text2 };
    case "iam:saml-provider":
    case "iam:oidc-provider":
      return { kind: "federated", provider: text2 };
    default:
      return void 0;
  }
}

// src/evaluate/access-request.ts
function normaliseRequest(request) {
  const { principal: principal2, action, resource, context = {} } = request;
  return {
    principal: typeof principal2 === "string" ? parseRequestPrincipal(principal2) : principal2,
    action,
    resource,
    context: normaliseContext(context)
  };
}
function normaliseContext(context) {
  const normalised = /* @__PURE__ */ new Map();
  const entries = isMap(context) ? context.entries() : Object.entries(context);
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    if (!normalised.has(key)) normalised.set(key, textsOf4(value));
  }
  return normalised;
}
function isMap(context) {
  return context instanceof Map;
}
function textsOf4(value) {
  return isScalar(value) ? [String(value)] : value.map(String);
}
function isScalar(value) {
  return typeof value !== "object";
}

// src/evaluate/glob.ts
var anyRun = /* @__PURE__ */ Symbol("*");
var oneCharacter = /* @__PURE__ */ Symbol("?");
function globMatches(pattern, text2) {
  const symbols = shiftStars(pattern);
  const characters = Array.from(text2);
  let at = 0;
  let from = 0;
  let afterStar = -1;
  let takenUpTo = 0;
  while (from < characters.length) {
    const symbol = symbols[at];
    if (symbol === anyRun) {
      at++;
      afterStar = at;
      takenUpTo = from;
    } else if (symbol === oneCharacter || symbol !== void 0 && symbol === characters[from]) {
      at++;
      from++;
    } else {
      if (afterStar < 0) return false;
      takenUpTo++;
      from = takenUpTo;
      at = afterStar;
    }
  }
  while (symbols[at] === anyRun) at++;
  return at === symbols.length;
}
function isStars2(pattern) {
  return /^\*+$/.test(pattern);
}
function parseGlob(text2) {
  return Array.from(text2, (character) => {
    if (character === "*") return anyRun;
    return character === "?" ? oneCharacter : character;
  });
}
function shiftStars(pattern) {
  const shifted = [];
  let starWaits = false;
  for (const symbol of pattern) {
    if (symbol === anyRun) {
      starWaits = true;
      continue;
    }
    if (starWaits && symbol !== oneCharacter) {
      shifted.push(anyRun);
      starWaits = false;
    }
    shifted.push(symbol);
  }
  if (starWaits) shifted.push(anyRun);
  return shifted;
}

// src/evaluate/match-action.ts
function actionMatches(element, action) {
  const wanted = action.toLowerCase();
  const { exact: exact2, wild } = listedActions(element);
  const listed2 = exact2.has(wanted) || wild.some(({ start, glob: glob2 }) => wanted.startsWith(start) && globMatches(glob2, wanted));
  return listed2 !== element.negated;
}
var listedBefore = /* @__PURE__ */ new WeakMap();
function listedActions(element) {
  const known2 = listedBefore.get(element);
  if (known2 !== void 0) return known2;
  const patterns = element.patterns.map((pattern) => pattern.toLowerCase());
  const isWild = (pattern) => /[*?]/.test(pattern);
  const listed2 = {
    exact: new Set(patterns.filter((pattern) => !isWild(pattern))),
    wild: patterns.filter(isWild).map((pattern) => ({
      start: pattern.slice(0, pattern.search(/[*?]/)),
      glob: parseGlob(pattern)
    }))
  };
  listedBefore.set(element, listed2);
  return listed2;
}

// src/evaluate/null-condition.ts
function nullHolds(values, { missing: missing2 }) {
  const wanted = String(missing2);
  return values.some((value) => value.toLowerCase() === wanted);
}

// src/evaluate/match-arn-fields.ts
function arnFieldsMatch(pattern, text2) {
  const fields = fieldsOf(text2);
  if (pattern.length !== 6 || fields.length !== 6) return false;
  return pattern.every((field, index) => globMatches(field, fields[index] ?? ""));
}
function fieldsOf(text2) {
  const fields = [];
  let from = 0;
  let colon2 = text2.indexOf(":");
  while (colon2 >= 0 && fields.length < 5) {
    fields.push(text2.slice(from, colon2));
    from = colon2 + 1;
    colon2 = text2.indexOf(":", from);
  }
  return [...fields, text2.slice(from)];
}

// src/evaluate/resolve-pattern.ts
function resolvePattern(pattern, { version, request }) {
  const resolved = [];
  for (const part of patternParts(pattern, { variables: version === "2012-10-17" })) {
    if (part.kind === "variable") {
      const values = request.context.get(part.key) ?? [];
      const text2 = values.length === 0 ? part.fallback : values[0];
      if (text2 === void 0 || values.length > 1) return void 0;
      resolved.push({ kind: "text", text: text2, substituted: true });
    } else if (part.kind === "text") {
      resolved.push({ kind: "text", text: part.text, substituted: false });
    } else {
      resolved.push({ kind: part.kind });
    }
  }
  return resolved;
}
function resolveText(value, scope) {
  const parts = resolvePattern(value, scope);
  return parts?.map((part) => textOf3(part)).join("");
}
function globOf(parts) {
  return parts.flatMap((part) => symbolsOf(part));
}
function globFieldsOf(parts) {
  let field = [];
  const fields = [field];
  for (const part of parts) {
    for (const symbol of symbolsOf(part)) {
      const separates = symbol === ":" && part.kind === "text" && !part.substituted;
      if (separates && fields.length < 6) {
        field = [];
        fields.push(field);
      } else field.push(symbol);
    }
  }
  return fields;
}
function symbolsOf(part) {
  if (part.kind === "any") return [anyRun];
  return part.kind === "one" ? [oneCharacter] : Array.from(part.text);
}
function textOf3(part) {
  if (part.kind === "any") return "*";
  return part.kind === "one" ? "?" : part.text;
}

// src/evaluate/value-matcher.ts
function neverMatches() {
  return false;
}

// src/evaluate/arn-matcher.ts
function arnMatcher(value, scope) {
  const parts = resolvePattern(value, scope);
  if (parts === void 0) return neverMatches;
  if (isStars2(value) && scope.options.starArnValue !== "fails")
    return (requested) => arnFieldsMatch(anyArn, requested);
  const fields = globFieldsOf(parts);
  return (requested) => arnFieldsMatch(fields, requested);
}
var anyArn = [[anyRun], [anyRun], [anyRun], [anyRun], [anyRun], [anyRun]];

// src/evaluate/binary-matcher.ts
function binaryMatcher(value) {
  const wanted = decodeBase64(value);
  if (wanted === void 0) return neverMatches;
  return (requested) => {
    const bytes = decodeBase64(requested);
    if (bytes?.length !== wanted.length) return false;
    return bytes.every((byte, index) => byte === wanted[index]);
  };
}

// src/evaluate/bool-matcher.ts
function boolMatcher(value) {
  const wanted = value.toLowerCase();
  if (wanted !== "true" && wanted !== "false") return neverMatches;
  return (requested) => requested.toLowerCase() === wanted;
}

// src/evaluate/date-matcher.ts
function dateMatcher(value, holds2) {
  const wanted = parseInstant(value);
  if (wanted === void 0) return neverMatches;
  return (requested) => {
    const instant = parseInstant(requested);
    return instant !== void 0 && holds2(compareInstants(instant, wanted));
  };
}

// src/evaluate/ip-address-matcher.ts
function ipAddressMatcher(value) {
  const range = parseAddressRange(value);
  if (range === void 0) return neverMatches;
  return (requested) => {
    const address = parseAddress(requested);
    if (address?.length !== range.network.length) return false;
    return bitsOf(address).slice(0, range.prefix) === bitsOf(range.network).slice(0, range.prefix);
  };
}
function bitsOf(address) {
  return address.map((byte) => byte.toString(2).padStart(8, "0")).join("");
}

// src/evaluate/numeric-matcher.ts
function numericMatcher(value, holds2) {
  const wanted = parseDecimal(value);
  if (wanted === void 0) return neverMatches;
  return (requested) => {
    const number = parseDecimal(requested);
    return number !== void 0 && holds2(compareDecimals(number, wanted));
  };
}

// src/evaluate/string-matcher.ts
function stringEqualsMatcher(value, scope) {
  const wanted = resolveText(value, scope);
  if (wanted === void 0) return neverMatches;
  return (requested) => requested === wanted;
}
function stringEqualsIgnoreCaseMatcher(value, scope) {
  const wanted = resolveText(value, scope);
  if (wanted === void 0) return neverMatches;
  const folded = foldCase(wanted);
  return (requested) => foldCase(requested) === folded;
}
function stringLikeMatcher(value, scope) {
  const parts = resolvePattern(value, scope);
  if (parts === void 0) return neverMatches;
  const glob2 = globOf(parts);
  return (requested) => globMatches(glob2, requested);
}
function foldCase(text2) {
  return Array.from(text2, (character) => character.toLowerCase()).join("");
}

// src/evaluate/read-value.ts
function readValue(comparison, value, scope) {
  switch (comparison) {
    case "StringEquals":
      return stringEqualsMatcher(value, scope);
    case "StringEqualsIgnoreCase":
      return stringEqualsIgnoreCaseMatcher(value, scope);
    case "StringLike":
      return stringLikeMatcher(value, scope);
    case "ArnEquals":
    case "ArnLike":
      return arnMatcher(value, scope);
    case "NumericEquals":
      return numericMatcher(value, (order) => order === 0);
    case "NumericLessThan":
      return numericMatcher(value, (order) => order < 0);
    case "NumericLessThanEquals":
      return numericMatcher(value, (order) => order <= 0);
    case "NumericGreaterThan":
      return numericMatcher(value, (order) => order > 0);
    case "NumericGreaterThanEquals":
      return numericMatcher(value, (order) => order >= 0);
    case "DateEquals":
      return dateMatcher(value, (order) => order === 0);
    case "DateLessThan":
      return dateMatcher(value, (order) => order < 0);
    case "DateLessThanEquals":
      return dateMatcher(value, (order) => order <= 0);
    case "DateGreaterThan":
      return dateMatcher(value, (order) => order > 0);
    case "DateGreaterThanEquals":
      return dateMatcher(value, (order) => order >= 0);
    case "Bool":
      return boolMatcher(value);
    case "BinaryEquals":
      return binaryMatcher(value);
    case "IpAddress":
      return ipAddressMatcher(value);
    default:
      return comparison;
  }
}

// src/evaluate/match-condition.ts
function conditionHolds({ operator, key, values }, scope) {
  const { comparison } = operator;
  const present2 = scope.request.context.get(key.toLowerCase()) ?? [];
  if (comparison === "Null") return nullHolds(values, { missing: present2.length === 0 });
  if (present2.length === 0) return holdsWithoutKey(operator);
  const matchers = values.map((value) => readValue(comparison, value, scope));
  const satisfies = (value) => matchers.some((matches) => matches(value)) !== operator.negated;
  switch (operator.qualifier) {
    case "ForAllValues":
      return present2.every(satisfies);
    case "ForAnyValue":
      return present2.some(satisfies);
    case void 0:
      return operator.negated ? present2.every(satisfies) : present2.some(satisfies);
    default:
      return operator.qualifier;
  }
}
function holdsWithoutKey({ qualifier, negated, ifExists }) {
  if (qualifier === "ForAllValues") return true;
  if (qualifier === "ForAnyValue") return false;
  return negated || ifExists;
}

// src/evaluate/match-principal.ts
function principalMatches({ principal: element, effect }, scope) {
  if (element === void 0) return true;
  const names = namesListed(element, scope.request.principal, scope.options);
  if (!element.negated) return names.size > 0;
  return effect === "Allow" ? names.size === 0 : !escapesDeny(names, scope);
}
function namesListed(element, principal2, { principalWildcards = "literal" } = {}) {
  const names = /* @__PURE__ */ new Set();
  for (const entry of element.principals)
    for (const name of namesOf2(entry, principal2, principalWildcards)) names.add(name);
  return names;
}
function escapesDeny(names, { request, options }) {
  const { principal: principal2 } = request;
  const strict = options.notPrincipal === "strict";
  if (options.boundaryAttached === true) return false;
  if (names.has("everyone")) return true;
  if (options.notPrincipal === "lenient") return names.size > 0;
  switch (principal2?.kind) {
    case "user":
    case "account":
    case "unrecognised":
      return names.has("account") && names.has("itself");
    case "federated-user": {
      const listed2 = names.has("itself") || names.has("origin") && !strict;
      return names.has("account") && listed2;
    }
    case "role-session":
      return names.has("account") && names.has("origin") && names.has("itself");
    default:
      return names.size > 0;
  }
}
function namesOf2(entry, principal2, wildcards) {
  if (entry.everyone) return ["everyone"];
  const { kind, value } = entry;
  if (wildcards === "patterns" && kind === "AWS" && isStars2(value)) return ["everyone"];
  if (principal2 === void 0) return [];
  if (wildcards === "patterns" && /[*?]/.test(value)) {
    const pattern = parseGlob(value);
    return spellingsOf(principal2).filter((one2) => one2.kind === kind && globMatches(pattern, one2.text)).map(({ name }) => name);
  }
  if (kind === "Federated" && value === "*")
    return principal2.kind === "federated" ? ["itself"] : [];
  const root = rootArn.exec(value)?.[1];
  if (root !== void 0 && partitionOfPrincipal(principal2) === void 0)
    return accountOfPrincipal(principal2) === root ? [accountName(principal2)] : [];
  return spellingsOf(principal2).filter((one2) => one2.kind === kind && one2.text === value).map(({ name }) => name);
}
var rootArn = /^arn:[a-z0-9-]{1,32}:iam::(\d{12}):root$/;
function spellingsOf(principal2) {
  const own = (name, text2) => text2 === void 0 ? [] : [{ kind: "AWS", text: text2, name }];
  const account2 = accountSpellings(principal2);
  switch (principal2.kind) {
    case "user":
      return [...account2, ...own("itself", principal2.arn), ...own("itself", principal2.uniqueId)];
    case "role-session":
      return [
        ...account2,
        ...own("itself", principal2.sessionArn),
        ...own("origin", principal2.roleArn),
        ...own("origin", principal2.uniqueId)
      ];
    case "federated-user":
      return [...account2, ...own("itself", principal2.arn), ...own("origin", principal2.userArn)];
    case "unrecognised":
      return [...account2, ...own("itself", principal2.text)];
    case "root":
    case "account":
      return account2;
    case "service":
      return [{ kind: "Service", text: principal2.name, name: "itself" }];
    case "federated":
      return [{ kind: "Federated", text: principal2.provider, name: "itself" }];
    case "canonical-user":
      return [{ kind: "CanonicalUser", text: principal2.id, name: "itself" }];
    case "anonymous":
      return [];
    default:
      return principal2;
  }
}
function accountSpellings(principal2) {
  const account2 = accountOfPrincipal(principal2);
  if (account2 === void 0) return [];
  const partition = partitionOfPrincipal(principal2);
  const roots = partition === void 0 ? partitions.map(({ id }) => id) : [partition];
  return [account2, ...roots.map((id) => `arn:${id}:iam::${account2}:root`)].map((text2) => ({
    kind: "AWS",
    text: text2,
    name: accountName(principal2)
  }));
}
function accountName({ kind }) {
  return kind === "root" ? "itself" : "account";
}

// src/evaluate/match-resource.ts
function resourceMatches(element, scope) {
  if (element === void 0) return true;
  const listed2 = element.patterns.some((pattern) => patternMatches(pattern, scope));
  return listed2 !== element.negated;
}
function patternMatches(pattern, scope) {
  if (isStars2(pattern)) return true;
  const parts = resolvePattern(pattern, scope);
  if (parts === void 0) return false;
  const { resource } = scope.request;
  if (!parts.every((part) => part.kind !== "text" || resource.includes(part.text))) return false;
  const { shortArns = "completed", spanningWildcards = false } = scope.options;
  const fields = globFieldsOf(parts);
  const completed = completeFields(fields);
  if (spanningWildcards)
    return globMatches(globOf(parts), resource) || shortArns === "completed" && globMatches(joinFields(completed), resource);
  if (fields.length < 6 && shortArns === "glob") return globMatches(globOf(parts), resource);
  return arnFieldsMatch(completed, resource);
}
function completeFields(fields) {
  return [...fields, ...new Array(6 - fields.length).fill([anyRun])];
}
function joinFields(fields) {
  return fields.flatMap((field, index) => index === 0 ? field : [":", ...field]);
}

// src/evaluate/explain-mismatch.ts
function explainMismatch({
  version,
  statement,
  request,
  options = {}
}) {
  const scope = { version, request, options };
  const { action, resource, principal: principal2, conditions: conditions2 } = statement;
  const mismatches = [];
  if (!actionMatches(action, request.action))
    mismatches.push({
      element: action.negated ? "NotAction" : "Action",
      patterns: action.patterns,
      requested: request.action
    });
  if (resource !== void 0 && !resourceMatches(resource, scope))
    mismatches.push(resourceMismatch(resource, scope));
  if (principal2 !== void 0 && !principalMatches(statement, scope))
    mismatches.push({
      element: principal2.negated ? "NotPrincipal" : "Principal",
      principals: principal2.principals,
      requested: request.principal
    });
  const failed = conditions2.filter((condition) => !conditionHolds(condition, scope));
  return [...mismatches, ...failed.map((condition) => conditionMismatch(condition, scope))];
}
function resourceMismatch(element, scope) {
  return {
    element: element.negated ? "NotResource" : "Resource",
    patterns: element.patterns,
    requested: scope.request.resource,
    unresolved: unresolvedKeys(element.patterns, scope)
  };
}
function conditionMismatch(condition, scope) {
  const { operator, key, values } = condition;
  const takesVariables = /^(?:String|Arn)/.test(operator.comparison);
  return {
    element: "Condition",
    operator,
    key,
    values,
    requested: scope.request.context.get(key.toLowerCase()),
    unresolved: takesVariables ? unresolvedKeys(values, scope) : []
  };
}
function unresolvedKeys(patterns, { version, request }) {
  const keys = /* @__PURE__ */ new Set();
  for (const pattern of patterns)
    for (const part of patternParts(pattern, { variables: version === "2012-10-17" })) {
      if (part.kind !== "variable") continue;
      const count = request.context.get(part.key)?.length ?? 0;
      if (count > 1 || count === 0 && part.fallback === void 0) keys.add(part.key);
    }
  return [...keys];
}

// src/evaluate/match-statement.ts
function matchStatement({
  version,
  statement,
  request,
  options = {}
}) {
  const scope = { version, request, options };
  return actionMatches(statement.action, request.action) && resourceMatches(statement.resource, scope) && principalMatches(statement, scope) && statement.conditions.every((condition) => conditionHolds(condition, scope));
}

// src/evaluate/decide-documents.ts
function decideDocuments(documents, request, options = {}) {
  const matching = matchDocuments(documents, request, options);
  const deny = matching.find(({ statement }) => statement.effect === "Deny");
  if (deny !== void 0) return { decision: "explicitDeny", statement: deny };
  const [allow2] = matching;
  if (allow2 !== void 0) return { decision: "allowed", statement: allow2 };
  return { decision: "implicitDeny" };
}
function matchDocuments(documents, request, options = {}) {
  return documents.flatMap(
    ({ version, statements }, document) => statements.filter((statement) => matchStatement({ version, statement, request, options })).map((statement) => ({ document, statement }))
  );
}
function explainDocuments(documents, request, options = {}) {
  return documents.flatMap(
    ({ version, statements }, document) => statements.map((statement) => ({
      document,
      statement,
      mismatches: explainMismatch({ version, statement, request, options })
    }))
  );
}

// src/compare/confirm-witness.ts
function confirmWitness(request, { old, next }) {
  const normalised = normaliseRequest(request);
  if (decideLayers(next, normalised) !== "allowed") return void 0;
  const decision = decideLayers(old, normalised);
  return decision === "allowed" ? void 0 : decision;
}
var documented = { principalWildcards: "patterns" };
function decideLayers({ layers }, request) {
  const decisions = layers.map(
    (policies) => decideDocuments(policies, request, documented).decision
  );
  if (decisions.includes("explicitDeny")) return "explicitDeny";
  return decisions.includes("implicitDeny") ? "implicitDeny" : "allowed";
}

// src/compare/filled-region.ts
function withValues(region2, values) {
  const keys = new Map(
    [...region2.keys].map(([key, literals]) => [
      key,
      literals.map((literal2) => concreteKey(literal2, values))
    ])
  );
  for (const [key, value] of values) keys.set(key, [...keys.get(key) ?? [], equal(key, value)]);
  for (const key of variablesOf(region2))
    if (!values.has(key)) keys.set(key, [...keys.get(key) ?? [], missing(key)]);
  const texts2 = (literals) => literals.map((literal2) => concreteText(literal2, values));
  return { ...region2, resource: texts2(region2.resource), keys };
}
function concreteText(literal2, values) {
  if (!literal2.set.symbolic) return literal2;
  const set = textSet(
    `${literal2.set.id} with ${idOf(values)} `,
    concretePatterns(literal2.set.patterns, values)
  );
  return { ...literal2, id: `${literal2.id} with ${idOf(values)}`, set };
}
function concreteKey(literal2, values) {
  const { set, id } = literal2;
  if (set.family !== "text" || !set.texts.symbolic) return literal2;
  const patterns = concretePatterns(set.texts.patterns, values);
  const texts2 = textSet(`${set.id} with ${idOf(values)} `, patterns);
  return { ...literal2, id: `${id} with ${idOf(values)}`, set: { ...set, id: texts2.id, texts: texts2 } };
}
function concretePatterns(patterns, values) {
  return patterns.map((pattern) => substitute(pattern, (key, fallback) => values.get(key) ?? fallback)).filter((pattern) => pattern !== void 0);
}
function idOf(values) {
  return JSON.stringify([...values].sort());
}
function equal(key, value) {
  const set = valueSet("StringEquals", [value], { variables: false, starArnValue: "matches" });
  return {
    id: `${JSON.stringify(key)} is ${JSON.stringify(value)}`,
    key,
    absent: false,
    quantity: "some",
    set,
    inside: true
  };
}
function missing(key) {
  const set = valueSet("StringLike", ["*"], { variables: false, starArnValue: "matches" });
  return {
    id: `${JSON.stringify(key)} missing`,
    key,
    absent: true,
    quantity: "all",
    set,
    inside: false
  };
}
function variablesOf({ resource, keys }) {
  const sets = [
    ...resource.map(({ set }) => set),
    ...[...keys.values()].flatMap(
      (literals) => literals.flatMap(({ set }) => set.family === "text" ? [set.texts] : [])
    )
  ];
  const found2 = /* @__PURE__ */ new Set();
  for (const { symbolic, patterns } of sets) {
    if (!symbolic) continue;
    for (const { steps } of patterns)
      for (const step of steps) if (typeof step !== "number") found2.add(step.key);
  }
  return found2;
}

// src/compare/fixed-variables.ts
var maxWays = 64;
function isEmptyForFixedVariables(region2, solver) {
  const ways = variablesOf(region2).size > 0 ? fixedWays(region2, solver) : void 0;
  return ways?.every((way) => isEmpty(withValues(region2, way), solver)) === true;
}
function fixedWays(region2, solver) {
  let ways = [/* @__PURE__ */ new Map()];
  for (const key of variablesOf(region2)) {
    const values = fixedValues(region2, key, solver);
    if (values === void 0 || ways.length * values.length > maxWays) return void 0;
    ways = ways.flatMap((way) => values.map((value) => new Map([...way, [key, value]])));
  }
  return ways;
}
function fixedValues(region2, key, solver) {
  if (solver.factsOf(key).multivalued) return void 0;
  for (const { absent, quantity, inside, set } of region2.keys.get(key) ?? []) {
    if (absent || quantity !== "some" || !inside || set.family !== "text") continue;
    if (set.texts.patterns.every(({ exact: exact2 }) => exact2)) return exactTexts(set.texts);
  }
  return void 0;
}
function isEmpty(region2, solver) {
  if (region2 === void 0) return true;
  return textsOf3(region2.resource, solver).kind === "empty" || [...region2.keys].some(([key, literals]) => valuesOf(key, literals, solver).kind === "empty");
}

// src/compare/pieces.ts
function* piecesOf(layers) {
  const [first = [], ...others] = layers;
  for (const box of first) {
    for (const action of splitActions(box.action))
      for (const rest of combine(others)) yield { boxes: [box, ...rest], action };
  }
}
function regionOf({ boxes, action }, solver) {
  let region2 = everything(solver.everyone);
  const [first, ...rest] = boxes;
  if (first === void 0) return void 0;
  for (const literal2 of [
    ...literalsOf({ ...first, action }, solver.everyone),
    ...rest.flatMap((box) => literalsOf(box, solver.everyone))
  ]) {
    region2 = narrow(region2, literal2, solver);
    if (region2 === void 0) return void 0;
  }
  return region2;
}
var splitActions = perObject((action) => {
  if (!action.inside || action.set.patterns.length < 2) return [action];
  return action.set.patterns.map((pattern) => textLiteral(textSet("action", [pattern]), true));
});
function* combine(layers) {
  const [head, ...tail] = layers;
  if (head === void 0) {
    yield [];
    return;
  }
  for (const box of head) for (const rest of combine(tail)) yield [box, ...rest];
}

// src/compare/reading.ts
var documentedReading = {
  shortArns: "completed",
  notPrincipal: "documented",
  principalWildcards: "patterns",
  starArnValue: "matches",
  anyValueIfExists: false,
  unclear: "evaluated"
};

// src/compare/search.ts
function outsideOf(region2, boxes, solver, visit) {
  const used = /* @__PURE__ */ new Set();
  walk(
    region2,
    boxes.map((box) => ({ box, literals: literalsOf(box, solver.everyone) })),
    {
      solver,
      visit,
      used
    }
  );
  return used;
}
function walk(start, boxes, context) {
  const { solver, visit, used } = context;
  let region2 = start;
  let pending = boxes;
  while (true) {
    spend(solver.budget, 1);
    const settled = settle(region2, pending, solver);
    if (settled.kind === "covered") {
      used.add(settled.box);
      return "go on";
    }
    if (settled.kind === "forced") {
      used.add(settled.box);
      region2 = settled.region;
      pending = settled.pending;
      continue;
    }
    pending = settled.pending;
    break;
  }
  const next = fewestLiterals(pending);
  if (next === void 0) return visit(region2);
  used.add(next.box);
  const others = pending.filter((one2) => one2 !== next);
  let inside = region2;
  for (const literal2 of next.literals) {
    const outside = narrow(inside, contraryOf(literal2, solver), solver);
    if (outside !== void 0 && walk(outside, others, context) === "stop") return "stop";
    const narrowed = narrow(inside, literal2, solver);
    if (narrowed === void 0) return "go on";
    inside = narrowed;
  }
  return "go on";
}
function settle(region2, boxes, solver) {
  const pending = [];
  for (const [at, one2] of boxes.entries()) {
    const literals = openLiterals(region2, one2.literals, solver);
    if (literals === void 0) continue;
    const [only, second] = literals;
    if (only === void 0) return { kind: "covered", box: one2.box };
    if (second === void 0) {
      const outside = narrow(region2, contraryOf(only, solver), solver);
      if (outside === void 0) return { kind: "covered", box: one2.box };
      const rest = [...pending, ...boxes.slice(at + 1)];
      return { kind: "forced", box: one2.box, region: outside, pending: rest };
    }
    pending.push({ box: one2.box, literals });
  }
  return { kind: "open", pending };
}
function openLiterals(region2, literals, solver) {
  const open = [];
  for (const literal2 of literals) {
    if (narrow(region2, literal2, solver) === void 0) return void 0;
    if (narrow(region2, contraryOf(literal2, solver), solver) !== void 0) open.push(literal2);
  }
  return open;
}
function fewestLiterals(pending) {
  return pending.reduce(
    (best, one2) => best === void 0 || one2.literals.length < best.literals.length ? one2 : best,
    void 0
  );
}

// src/compare/capture-variables.ts
var maxTries = 2e4;
function captureVariables(pattern, text2) {
  if (!pattern.symbolic) return /* @__PURE__ */ new Map();
  let tries = maxTries;
  const steps = pattern.steps;
  const lay = (step, at, values) => {
    if (tries-- < 0 || step > 400) return void 0;
    const current = steps[step];
    if (current === void 0) return at === text2.length ? values : void 0;
    if (typeof current === "number" && current !== any && current !== anyInField)
      return fits2(current, text2.charCodeAt(at), pattern.fold) ? lay(step + 1, at + 1, values) : void 0;
    const known2 = typeof current === "number" ? void 0 : values.get(current.key);
    const inField2 = typeof current === "number" ? current === anyInField : current.inField;
    for (let end = at; end <= text2.length; end++) {
      if (end > at && inField2 && text2.charCodeAt(end - 1) === colon) return void 0;
      const piece = text2.slice(at, end);
      if (known2 !== void 0 && known2 !== piece) continue;
      const next = typeof current === "number" ? values : new Map(values).set(current.key, piece);
      const found2 = lay(step + 1, end, next);
      if (found2 !== void 0) return found2;
    }
    return void 0;
  };
  return lay(0, 0, /* @__PURE__ */ new Map()) ?? /* @__PURE__ */ new Map();
}
function fits2(step, code, fold) {
  if (Number.isNaN(code)) return false;
  if (step === one) return true;
  if (step === oneInField) return code !== colon;
  return step === code || fold && foldUnit(step) === foldUnit(code);
}

// src/compare/real-texts.ts
var wellKnown = [
  "s3:GetObject",
  "s3:PutObject",
  "s3:DeleteObject",
  "iam:CreateAccessKey",
  "iam:PassRole",
  "iam:PutRolePolicy",
  "sts:AssumeRole",
  "kms:Decrypt",
  "secretsmanager:GetSecretValue",
  "ec2:RunInstances",
  "ec2:TerminateInstances",
  "lambda:InvokeFunction",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "sqs:SendMessage",
  "sns:Publish"
];
var sampleAccount = "123456789012";
var sampleRegion = "us-east-1";
var maxActions = 12;
function realAction(action, resource, data) {
  let first;
  let tried = 0;
  for (const name of knownActions(action, data)) {
    if (!allHold(action, name.toLowerCase())) continue;
    first ??= name;
    if (resourcesOf(name, resource, data).next().done !== true) return name;
    if (++tried >= maxActions) break;
  }
  return first;
}
function realResource(action, resource, data, solver) {
  const found2 = resourcesOf(action, resource, data).next();
  if (found2.done !== true) return found2.value;
  const asked = askedPatterns(resource);
  for (const format of formatsOf(action, data)) {
    if (!mayMeet(format, asked)) continue;
    const typed2 = textLiteral(textSet("format", [format]), true);
    try {
      const solved = textsOf3([...resource, typed2], solver);
      if (solved.kind === "text" && solved.exact) return solved.text;
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return void 0;
    }
  }
  return asked.flatMap(({ text: text2 }) => samplesOf(text2)).find((text2) => allHold(resource, text2));
}
function plainResource(resource, found2) {
  return allHold(resource, "*") ? "*" : found2;
}
function askedPatterns(resource) {
  return resource.flatMap(({ inside, set }) => inside ? set.patterns.slice(0, 50) : []).filter(({ text: text2 }) => text2.startsWith("arn:"));
}
function* knownActions(action, data) {
  yield* wellKnown;
  const inside = action.filter((literal2) => literal2.inside);
  const narrow2 = inside.find(({ set }) => set.patterns.every(namesService)) ?? inside[0];
  const wanted = narrow2?.set.patterns ?? [compileAction("*")];
  for (const pattern of wanted) {
    for (const service of servicesOf(pattern, data))
      for (const { name } of service.actions) {
        const full = `${service.prefix}:${name}`;
        if (matchesText(pattern, full.toLowerCase())) yield full;
      }
  }
}
function namesService({ text: text2 }) {
  return /^[^*?]+:/.test(text2);
}
function servicesOf({ text: text2 }, data) {
  const [prefix = ""] = text2.split(":", 1);
  const wild = prefix === text2 || /[*?]/.test(prefix);
  const pattern = compileAction(prefix);
  const prefixes = wild ? data.services.filter((name) => prefix === text2 || matchesText(pattern, name)) : [prefix];
  return prefixes.map((name) => data.service(name)).filter((service) => service !== void 0);
}
function* resourcesOf(action, resource, data) {
  const entry = entryOf(action, data);
  if (entry === void 0) return;
  if (entry.resourceTypes.length === 0) {
    if (allHold(resource, "*")) yield "*";
    return;
  }
  const asked = askedPatterns(resource);
  const formats2 = formatsOf(action, data).filter((format) => mayMeet(format, asked));
  if (formats2.length === 0) return;
  for (const candidate of asked.flatMap(({ text: text2 }) => samplesOf(text2)).slice(0, 40)) {
    if (allHold(resource, candidate) && formats2.some((format) => matchesText(format, candidate)))
      yield candidate;
  }
  for (const candidate of formats2.flatMap(({ text: text2 }) => samplesOf(text2)).slice(0, 40))
    if (allHold(resource, candidate)) yield candidate;
}
function mayMeet(format, asked) {
  const service = format.text.split(":")[2];
  return asked.length === 0 || asked.some(({ text: text2 }) => {
    const wanted = text2.split(":")[2] ?? "*";
    return wanted === service || /[*?$]/.test(wanted);
  });
}
function allHold(literals, text2) {
  return literals.every(
    ({ set, inside }) => set.patterns.some((pattern) => !pattern.symbolic && matchesText(pattern, text2)) === inside
  );
}
function entryOf(action, data) {
  const [prefix = "", name = ""] = action.split(":");
  return data.service(prefix)?.action(name);
}
function formatsOf(action, data) {
  const [prefix = ""] = action.split(":");
  const types2 = new Set(entryOf(action, data)?.resourceTypes);
  const arns = data.service(prefix)?.resourceTypes.filter(({ name }) => types2.has(name)) ?? [];
  return arns.map(({ arn }) => arn).toSorted((a, b) => a.length - b.length).map((arn) => ({ ...compilePattern(formatPattern(arn), formatReading), text: arn }));
}
var formatReading = { wildcards: true, fold: false, arn: true, variables: false };
function formatPattern(arn) {
  return arn.replace("${Partition}", "aws*").replace("${Region}", "*-*-?").replace("${Account}", "????????????").replaceAll(/\$\{[^}]*\}/g, "?*");
}
function samplesOf(arn) {
  const fields = arn.split(/:(?![^{]*\})/);
  const [, partition = "", service = "", region2 = "", account2 = "", ...rest] = fields;
  const fill = (text2, whole) => /^(?:\*|\$\{[^}]*\})$/.test(text2) ? whole : sample(text2, "x");
  const head = [
    "arn",
    fill(partition, "aws"),
    fill(service, "s3"),
    fill(region2, sampleRegion),
    fill(account2, sampleAccount)
  ];
  const tail = rest.join(":");
  return ["example", ""].map((word) => [...head, sample(tail, word)].join(":"));
}
function sample(text2, word) {
  return text2.replaceAll(/\$\{[^}]*\}|\*/g, word).replaceAll("?", "x");
}

// src/compare/witness.ts
function* requestsIn(region2, context) {
  const variables = variablesOf(region2);
  if (variables.size === 0) {
    const request = requestOf(region2, context);
    if (request !== void 0) yield request;
    return;
  }
  const fixed = fixedWays(region2, context.solver);
  for (const values of fixed ?? assignments(region2, variables, context)) {
    const concrete = withValues(region2, values);
    const request = concrete && requestOf(concrete, context);
    if (request !== void 0) yield request;
  }
}
function requestOf(region2, context) {
  const { solver, data } = context;
  const values = [];
  for (const [key, literals] of region2.keys) {
    const found2 = valuesOf(key, literals, solver);
    if (found2.kind === "empty") return void 0;
    if (found2.values.length > 0) values.push([key, found2.values]);
  }
  const anyAction2 = textsOf3(region2.action, solver);
  const anyResource = textsOf3(region2.resource, solver);
  if (anyAction2.kind === "empty" || anyResource.kind === "empty") return void 0;
  const action = realAction(region2.action, region2.resource, data) ?? anyAction2.text;
  const resource = realResource(action, region2.resource, data, solver) ?? plainResource(region2.resource, anyResource.text);
  const principal2 = context.namesPrincipals ? context.candidates.find((_, at) => region2.principals >> BigInt(at) & 1n)?.caller : void 0;
  const requestContext = Object.fromEntries(values);
  return { ...principal2 && { principal: principal2 }, action, resource, context: requestContext };
}
function* assignments(region2, variables, { solver }) {
  const allowed = /* @__PURE__ */ new Map();
  for (const key of variables) {
    const literals = region2.keys.get(key) ?? [];
    const found2 = valuesOf(key, [...literals, present(key)], solver);
    if (found2.kind === "values" && found2.values[0] !== void 0) allowed.set(key, found2.values[0]);
  }
  const sample2 = (key) => region2.keys.has(key) ? allowed.get(key) : `sample-${key.replace(/[^a-z]+/g, "-")}`;
  const samples = pairs(variables, sample2);
  const captured = capturedValues(region2, solver);
  yield samples;
  yield new Map([...samples, ...captured]);
  yield new Map([...pairs(variables, (key) => allowed.get(key)), ...captured]);
  for (const value of ["a", "*", ""]) yield pairs(variables, () => value);
  yield /* @__PURE__ */ new Map();
}
function pairs(keys, valueOf_) {
  const found2 = /* @__PURE__ */ new Map();
  for (const key of keys) {
    const value = valueOf_(key);
    if (value !== void 0) found2.set(key, value);
  }
  return found2;
}
function capturedValues(region2, solver) {
  const captured = /* @__PURE__ */ new Map();
  const take = (literals, text2) => {
    for (const pattern of literals.flatMap(({ inside, set }) => inside ? set.patterns : [])) {
      for (const [key, value] of captureVariables(pattern, text2)) captured.set(key, value);
    }
  };
  const resource = textsOf3(region2.resource, solver);
  if (resource.kind === "text") take(region2.resource, resource.text);
  for (const [key, literals] of region2.keys) {
    const found2 = valuesOf(key, literals, solver);
    const [value] = found2.kind === "values" ? found2.values : [];
    if (value === void 0) continue;
    take(
      literals.flatMap(
        ({ id, inside, set }) => set.family === "text" ? [{ id, inside, set: set.texts }] : []
      ),
      value
    );
  }
  return captured;
}
function present(key) {
  const set = valueSet("StringLike", ["*"], { variables: false, starArnValue: "matches" });
  return {
    id: `${JSON.stringify(key)} present`,
    key,
    absent: false,
    quantity: "some",
    set,
    inside: true
  };
}

// src/compare/compare-model.ts
function candidatesOf2(old, next, budget) {
  return principalCandidates([...old.layers, ...next.layers].flat(), budget);
}
var maxLeaves = 60;
function compareModels(old, next, {
  reading,
  budget,
  data = bundledActionData(),
  candidates = candidatesOf2(old, next, budget)
}) {
  const policies = [...old.layers, ...next.layers].flat();
  const solver = {
    budget,
    factsOf: keyFacts(policies, data),
    texts: /* @__PURE__ */ new Map(),
    keys: /* @__PURE__ */ new Map(),
    everyone: (1n << BigInt(candidates.length)) - 1n
  };
  const context = { candidates, reading, sharedEntries: sharedEntries(old, next) };
  const oldSide = sideOf(old, { ...context, side: "old" });
  const newSide = sideOf(next, { ...context, side: "new" });
  const witness = {
    solver,
    candidates,
    data,
    namesPrincipals: policies.some(
      ({ statements }) => statements.some(({ principal: principal2 }) => principal2)
    )
  };
  const oldLayers = oldSide.allows.map((boxes) => indexBoxes(boxes, solver));
  const newDenies = indexBoxes(newSide.denies, solver);
  const kept = new Set(newSide.denies.map(boxId));
  const liftedDenies = oldSide.denies.filter(
    (deny) => !kept.has(boxId(deny)) && !newDenies.meeting(deny.action).some((other) => boxCovers(other, deny, solver))
  );
  const lifted = indexBoxes(liftedDenies, solver);
  const judge2 = (piece) => {
    const covering = oldLayers.map((layer) => layer.coverOf(piece));
    const reached = lifted.meeting(piece.action);
    const covered = covering.every((box) => box !== void 0);
    if (covered && reached.length === 0)
      return { kind: "none", coveredBy: covering.map(({ statement }) => statement) };
    const region2 = regionOf(piece, solver);
    if (region2 === void 0) return { kind: "none", coveredBy: [] };
    const denies = newDenies.meeting(piece.action);
    const found2 = { open: false };
    let leaves = 0;
    const confirms = reading === documentedReading;
    const visit = (leaf) => {
      if (isEmptyForFixedVariables(leaf, solver)) return "go on";
      if (!confirms || ++leaves > maxLeaves) {
        found2.open = true;
        return "stop";
      }
      for (const request of requestsIn(leaf, witness)) {
        const decision = confirmWitness(request, { old, next });
        if (decision === void 0) continue;
        found2.request = request;
        found2.old = decision;
        return "stop";
      }
      found2.open = true;
      return "go on";
    };
    const used = new Set(covering.filter((box) => box !== void 0));
    for (const [at, layer] of oldLayers.entries()) {
      if (covering[at] !== void 0 || found2.request !== void 0) continue;
      const boxes = [...denies, ...layer.meeting(piece.action)];
      for (const box of outsideOf(region2, boxes, solver, visit)) used.add(box);
    }
    for (const deny of reached) {
      if (found2.request !== void 0) break;
      const within = intersect(region2, deny, solver);
      if (within !== void 0) outsideOf(within, denies, solver, visit);
    }
    if (found2.request !== void 0 && found2.old !== void 0)
      return { kind: "grants", request: found2.request, old: found2.old };
    if (found2.open) return { kind: "open" };
    const coveredBy = [...used].filter(({ effect }) => effect === "Allow");
    return { kind: "none", coveredBy: coveredBy.map(({ statement }) => statement) };
  };
  return { pieces: () => piecesOf(newSide.allows), judge: judge2 };
}
function intersect(region2, box, solver) {
  let within = region2;
  for (const literal2 of literalsOf(box, solver.everyone)) {
    within = narrow(within, literal2, solver);
    if (within === void 0) return void 0;
  }
  return within;
}
function sharedEntries(old, next) {
  const wildEntries = ({ layers }) => layers.flat().flatMap(
    ({ statements }) => statements.flatMap(
      ({ principal: principal2 }) => (principal2?.principals ?? []).filter((entry) => !entry.everyone && hasWildcard(entry.value)).map(entryName)
    )
  );
  const written = new Set(wildEntries(next));
  return new Set(wildEntries(old).filter((entry) => written.has(entry)));
}
function sideOf(model, context) {
  let at = 0;
  const layers = model.layers.map(
    (policies) => policies.flatMap((policy) => boxesOf(policy, at++, context))
  );
  return {
    allows: layers.map((boxes) => boxes.filter(({ effect }) => effect === "Allow")),
    denies: layers.flat().filter(({ effect }) => effect === "Deny")
  };
}
function keyFacts(policies, data) {
  const qualified = new Set(
    policies.flatMap(
      ({ statements }) => statements.flatMap(
        ({ conditions: conditions2 }) => conditions2.flatMap(({ operator, key }) => operator.qualifier ? [key.toLowerCase()] : [])
      )
    )
  );
  return (key) => {
    const [prefix = ""] = key.split(":");
    const known2 = data.globalKey(key) ?? data.service(prefix)?.conditionKey(key);
    return { multivalued: qualified.has(key) || known2?.multivalued === true, type: known2?.type };
  };
}

// src/compare/readings-of.ts
function readingsOf(policies) {
  const statements = policies.flatMap(
    (policy) => policy.statements.map((statement) => ({
      ...statement,
      variables: policy.version === "2012-10-17"
    }))
  );
  const readings2 = [documentedReading];
  const vary = (when, ...changes) => {
    const before = [...readings2];
    if (when)
      for (const change of changes)
        readings2.push(...before.map((reading) => ({ ...reading, ...change })));
  };
  vary(
    statements.some(
      ({ resource, variables }) => resource?.patterns.some((text2) => !isStars(text2) && fieldCount(text2, variables) < 6)
    ),
    { shortArns: "glob" }
  );
  vary(
    statements.some(({ effect, principal: principal2 }) => effect === "Deny" && principal2?.negated === true),
    { notPrincipal: "lenient" },
    { notPrincipal: "strict" }
  );
  vary(
    statements.some(
      ({ principal: principal2 }) => principal2?.principals.some((entry) => !entry.everyone && hasWildcard(entry.value))
    ),
    { principalWildcards: "strict" },
    { principalWildcards: "strict-literal" }
  );
  vary(
    statements.some(
      ({ conditions: conditions2 }) => conditions2.some(({ operator }) => operator.qualifier === "ForAnyValue" && operator.ifExists)
    ),
    { anyValueIfExists: true }
  );
  vary(
    statements.some(
      ({ conditions: conditions2 }) => conditions2.some(
        ({ operator, values }) => operator.comparison.startsWith("Arn") && values.some(isStars)
      )
    ),
    { starArnValue: "fails" }
  );
  vary(
    statements.some(
      (statement) => statement.conditions.some((condition) => isUnclear(condition, statement)) || conditionGroups(statement.conditions).length < statement.conditions.length
    ),
    { unclear: "opaque" }
  );
  return readings2;
}

// src/compare/compare-access.ts
var defaultBudget = 4e5;
function compareAccess(old, next, options) {
  return compareEffectiveAccess(
    { layers: [sourcesOf(old)] },
    { layers: [sourcesOf(next)] },
    options
  );
}
function compareEffectiveAccess(old, next, given) {
  const options = given ?? {};
  const dataDate = (options.data ?? bundledActionData()).date;
  try {
    const models = { old: readModel(old, "old"), next: readModel(next, "new") };
    return { ...compareReadings(models, options), dataDate };
  } catch (error) {
    const reason = undecidedReason(error);
    if (reason === void 0) throw error;
    return { verdict: "undecided", reason, dataDate };
  }
}
function sourcesOf(sources) {
  return isList2(sources) ? sources : [sources];
}
function undecidedReason(error) {
  if (error instanceof UnreadablePolicyError)
    return { kind: "unreadable", policy: error.unreadable };
  if (error instanceof BudgetExceeded) return { kind: "budget", message: error.message };
  return void 0;
}
function compareReadings(models, options) {
  const budget = { left: options.budget ?? defaultBudget };
  const readings2 = readingsOf([...models.old.layers, ...models.next.layers].flat());
  const candidates = candidatesOf2(models.old, models.next, budget);
  const context = { ...options, spent: budget, candidates };
  const documented2 = compareReading(models, documentedReading, context);
  if (documented2.verdict !== "none") return documented2;
  for (const reading of readings2.slice(1)) {
    const other = compareReading(models, reading, context);
    if (other.verdict === "none") continue;
    return {
      verdict: "undecided",
      reason: {
        kind: "reading",
        statements: other.verdict === "grants" ? other.witness.allowedBy : [],
        message: describeReading(reading)
      }
    };
  }
  return documented2;
}
function compareReading({ old, next }, reading, { spent, candidates, ...options }) {
  const data = options.data ?? bundledActionData();
  const comparer = compareModels(old, next, { data, reading, budget: spent, candidates });
  const coverage = /* @__PURE__ */ new Map();
  const open = [];
  for (const piece of comparer.pieces()) {
    const verdict = comparer.judge(piece);
    if (verdict.kind === "grants") {
      const { request, old: oldDecision } = verdict;
      const knownAction = isKnown(request.action, data);
      return {
        verdict: "grants",
        witness: { request, allowedBy: refsOf(piece), oldDecision, knownAction }
      };
    }
    if (verdict.kind === "open") open.push(...refsOf(piece));
    else addCoverage(coverage, piece, verdict.coveredBy);
  }
  if (open.length > 0) {
    const message = "What policy variables stand for, or several forms of one condition key, leaves it open.";
    return {
      verdict: "undecided",
      reason: { kind: "unproven", statements: distinct(open), message }
    };
  }
  return {
    verdict: "none",
    coverage: [...coverage.values()].map(({ statement, coveredBy }) => ({
      statement,
      coveredBy: [...coveredBy.values()]
    }))
  };
}
function isKnown(action, data) {
  const [prefix = "", name = ""] = action.split(":");
  return data.service(prefix)?.action(name) !== void 0;
}
function refsOf({ boxes }) {
  return boxes.map(({ statement }) => statement);
}
function addCoverage(coverage, piece, coveredBy) {
  for (const statement of refsOf(piece)) {
    const entry = coverage.get(keyOf3(statement)) ?? { statement, coveredBy: /* @__PURE__ */ new Map() };
    for (const one2 of coveredBy) entry.coveredBy.set(keyOf3(one2), one2);
    coverage.set(keyOf3(statement), entry);
  }
}
function distinct(statements) {
  return [...new Map(statements.map((one2) => [keyOf3(one2), one2])).values()];
}
function keyOf3({ policy, statement }) {
  return `${policy} ${statement}`;
}
function describeReading(reading) {
  const notes = [
    reading.shortArns === "glob" && "a resource with fewer than six ARN fields is a plain pattern",
    reading.notPrincipal === "lenient" && "NotPrincipal spares whoever is listed by any name",
    reading.notPrincipal === "strict" && "NotPrincipal spares the session of a federated user only where that itself is listed",
    reading.principalWildcards !== "patterns" && "a wildcard within Principal is none where it limits access",
    reading.anyValueIfExists && "ForAnyValue with IfExists is true of a missing key",
    reading.starArnValue === "fails" && '"*" is no ARN pattern',
    reading.unclear === "opaque" && "a condition with a value of another form than its operator takes means something"
  ].filter((note) => note !== false);
  return `It would grant access if AWS took it that ${notes.join(" and that ")}.`;
}
function isList2(sources) {
  return Array.isArray(sources);
}

// src/compare/check-access-not-granted.ts
function checkAccessNotGranted(policies, { actions: actions2, resources }, options) {
  const otherActions = actions2 && { Effect: "Allow", NotAction: actions2, Resource: "*" };
  const otherResources = resources && { Effect: "Allow", Action: "*", NotResource: resources };
  const everythingElse = {
    Version: "2012-10-17",
    Statement: [otherActions, otherResources].filter((statement) => statement !== void 0)
  };
  return compareAccess(everythingElse, policies, options);
}

// src/compare/check-no-public-access.ts
var trustedKeys = /* @__PURE__ */ new Set([
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceowner",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceip",
  "aws:principalorgid",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:userid",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
  "s3:dataaccesspointarn",
  "s3:dataaccesspointaccount",
  "kms:calleraccount"
]);
var publicProviders = /* @__PURE__ */ new Set([
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
  "graph.facebook.com",
  "accounts.google.com"
]);
function checkNoPublicAccess(source, options) {
  const policy = readIfPossible(source);
  if (policy === void 0) return compareAccess([], source, options);
  const trusted = assemblePolicy({ version: "2012-10-17", statements: trustedAccess(policy) });
  return compareAccess(trusted, policy, options);
}
function readIfPossible(source) {
  try {
    return readPolicy(source);
  } catch (error) {
    if (error instanceof PolicyFormatError) return void 0;
    throw error;
  }
}
function trustedAccess({ version, statements }) {
  const named = statements.flatMap(
    ({ effect, principal: principal2 }) => effect === "Allow" && principal2?.negated === false ? principal2.principals.filter(isSomebody) : []
  );
  const conditions2 = statements.flatMap((statement) => statement.conditions);
  const byPrincipal = named.length === 0 ? [] : [allow({ principal: { negated: false, principals: named } })];
  const byKey = [...trustedKeys].flatMap(
    (key) => conditions2.filter((condition) => condition.key.toLowerCase() === key).flatMap((condition) => fixing(condition, version)).map((condition) => allow({ conditions: [condition] }))
  );
  return [...byPrincipal, ...byKey];
}
function isSomebody(entry) {
  if (entry.everyone) return false;
  if (hasWildcard(entry.value) && !/^arn:[^:*?]+:[^:*?]+::\d{12}:/.test(entry.value)) return false;
  return !(entry.kind === "Federated" && (entry.value === "*" || publicProviders.has(entry.value)));
}
function fixing({ operator, key, values }, version) {
  const { comparison } = operator;
  if (!/^(?:String|Arn|IpAddress)/.test(comparison)) return [];
  const fixed = values.filter(
    (value) => comparison === "IpAddress" ? isNarrow(value) : isFixed(value, version)
  );
  if (fixed.length === 0) return [];
  const plain2 = { comparison, negated: false, qualifier: void 0, ifExists: false };
  return [{ operator: plain2, key, values: fixed }];
}
function isFixed(value, version) {
  return !/[*?]/.test(value) && !(version === "2012-10-17" && value.includes("${"));
}
function isNarrow(value) {
  const range = parseAddressRange(value);
  if (range === void 0) return false;
  return addressesIn(range) <= (range.network.length === 4 ? 1n << 24n : 1n << 96n);
}
function allow(parts) {
  return {
    index: 0,
    sid: void 0,
    effect: "Allow",
    principal: void 0,
    action: { negated: false, patterns: ["*"] },
    resource: void 0,
    conditions: [],
    ...parts
  };
}

// src/compare/diff-access.ts
var maxLines = 200;
function diffAccess(old, next, options) {
  return diffEffectiveAccess({ layers: [sourcesOf(old)] }, { layers: [sourcesOf(next)] }, options);
}
function diffEffectiveAccess(old, next, given) {
  const options = given ?? {};
  const dataDate = (options.data ?? bundledActionData()).date;
  try {
    const models = { old: readModel(old, "old"), next: readModel(next, "new") };
    return {
      newly: linesOf2(models, options),
      noLonger: linesOf2({ old: models.next, next: models.old }, options),
      dataDate
    };
  } catch (error) {
    const incomplete = undecidedReason(error);
    if (incomplete === void 0) throw error;
    const nothing = { lines: [], incomplete };
    return { newly: nothing, noLonger: nothing, dataDate };
  }
}
function linesOf2(models, options) {
  const data = options.data ?? bundledActionData();
  const budget = { left: options.budget ?? defaultBudget };
  const policies = models.next.layers.flat();
  const groups = /* @__PURE__ */ new Map();
  try {
    const comparer = compareModels(models.old, models.next, {
      data,
      budget,
      reading: documentedReading
    });
    for (const { piece, verdict } of grantingParts(comparer)) {
      const line = lineOf(piece, verdict, policies, (action) => isKnown(action, data));
      if (line === void 0) continue;
      const key = groupOf(line);
      const group = groups.get(key);
      if (group === void 0) groups.set(key, [line]);
      else group.push(line);
      if (groups.size > maxLines) return { lines: shown(groups), incomplete: { kind: "too-long" } };
    }
  } catch (error) {
    const incomplete = undecidedReason(error);
    if (incomplete === void 0) throw error;
    return { lines: shown(groups), incomplete };
  }
  return { lines: shown(groups), incomplete: void 0 };
}
function* grantingParts(comparer) {
  for (const piece of comparer.pieces()) {
    const whole = comparer.judge(piece);
    if (whole.kind === "none") continue;
    const parts = splitResources(piece);
    if (parts.length < 2) {
      yield { piece, verdict: whole };
      continue;
    }
    for (const part of parts) {
      const verdict = comparer.judge(part);
      if (verdict.kind !== "none") yield { piece: part, verdict };
    }
  }
}
function splitResources(piece) {
  const [first, ...rest] = piece.boxes;
  if (first?.resource?.inside !== true) return [piece];
  const { set } = first.resource;
  return set.patterns.map((pattern) => {
    const kind = set.id.slice(0, set.id.indexOf("["));
    const box = { ...first, resource: textLiteral(textSet(kind, [pattern]), true) };
    return { ...piece, boxes: [box, ...rest] };
  });
}
function lineOf(piece, verdict, policies, knows) {
  const [box] = piece.boxes;
  const statement = box && policies[box.statement.policy]?.statements[box.statement.statement];
  if (box === void 0 || statement === void 0) return void 0;
  return {
    statement: box.statement,
    actions: asWritten(
      statement,
      piece.action.set.patterns.map(({ text: text2 }) => text2 === "*:*" ? "*" : text2.toLowerCase())
    ),
    resources: box.resource && {
      negated: !box.resource.inside,
      patterns: box.resource.set.patterns.map(({ text: text2 }) => text2)
    },
    principal: statement.principal,
    conditions: statement.conditions,
    witness: verdict.kind === "grants" ? {
      request: verdict.request,
      allowedBy: refsOf(piece),
      oldDecision: verdict.old,
      knownAction: knows(verdict.request.action)
    } : void 0
  };
}
function asWritten({ action }, lower) {
  const spelt = spellings(action);
  const patterns = lower.flatMap((text2) => spelt.get(text2) ?? []);
  return { negated: action.negated, patterns: [...new Set(patterns)] };
}
var spellingsOf2 = /* @__PURE__ */ new WeakMap();
function spellings(list) {
  const known2 = spellingsOf2.get(list);
  if (known2 !== void 0) return known2;
  const found2 = Map.groupBy(list.patterns, (text2) => text2 === "*:*" ? "*" : text2.toLowerCase());
  spellingsOf2.set(list, found2);
  return found2;
}
function groupOf({ statement, resources }) {
  return JSON.stringify([statement.policy, statement.statement, resources]);
}
function mergeLines(group) {
  const [first] = group;
  if (first === void 0) return [];
  const patterns = [...new Set(group.flatMap(({ actions: actions2 }) => actions2.patterns))];
  const witness = group.find((line) => line.witness !== void 0)?.witness;
  return [{ ...first, actions: { ...first.actions, patterns }, witness }];
}
function shown(groups) {
  const lines = /* @__PURE__ */ new Map();
  for (const line of [...groups.values()].flatMap(mergeLines)) {
    const { statement, actions: actions2, resources } = line;
    const key = JSON.stringify([
      statement.policy,
      statement.statement,
      actions2,
      resources?.negated
    ]);
    const known2 = lines.get(key);
    if (known2?.resources === void 0 || resources === void 0) {
      lines.set(key, line);
      continue;
    }
    const patterns = [...known2.resources.patterns, ...resources.patterns];
    lines.set(key, {
      ...known2,
      resources: { ...resources, patterns },
      witness: known2.witness ?? line.witness
    });
  }
  return [...lines.values()];
}

// src/compare/idle-statements.ts
function findIdleStatements(source, options) {
  const { version, statements } = readPolicy(source);
  if (statements.some(hasPrincipalPattern)) return [];
  const grantsNothing = (old, next) => compareAccess(
    assemblePolicy({ version, statements: old }),
    assemblePolicy({ version, statements: next }),
    options
  ).verdict === "none";
  const denies = statements.filter(isDeny);
  return statements.flatMap((statement) => {
    const { index, sid, effect } = statement;
    const others = statements.filter((other) => other !== statement);
    if (effect === "Deny") {
      const covered = grantsNothing(others.filter(isDeny).map(asAllow), [asAllow(statement)]);
      return covered ? [{ statement: index, sid, kind: "redundant" }] : [];
    }
    if (grantsNothing([], [statement, ...denies]))
      return [{ statement: index, sid, kind: "shadowed" }];
    return grantsNothing(others, statements) ? [{ statement: index, sid, kind: "redundant" }] : [];
  });
}
function hasPrincipalPattern({ principal: principal2 }) {
  return principal2?.principals.some((one2) => !one2.everyone && hasWildcard(one2.value)) === true;
}
function isDeny({ effect }) {
  return effect === "Deny";
}
function asAllow(statement) {
  return { ...statement, effect: "Allow" };
}

// src/evaluate/ask-layer.ts
function askLayer({ layer, level, documents }, request, options) {
  const applying = matchDocuments(documents, request, options).map(({ document, statement }) => {
    const { index, sid, effect } = statement;
    return { statement, match: { layer, level, policy: document, statement: index, sid, effect } };
  });
  return { layer, level, applying };
}
function reasonOf({ layer, level, applying }) {
  const statements = applying.map(({ match }) => match);
  return { layer, level, outcome: outcomeOf(statements), statements };
}
function outcomeOf(statements) {
  if (statements.some(({ effect }) => effect === "Deny")) return "denies";
  return statements.length > 0 ? "allows" : "silent";
}

// src/evaluate/resource-grant.ts
function reachOf({ principal: element, conditions: conditions2 }, principal2, options = {}) {
  if (element === void 0 || element.negated) return "limited";
  const names = namesListed(element, principal2, options);
  if (names.has("itself")) return "direct";
  if (names.has("everyone") && conditions2.some(picksPrincipalArn)) return "direct";
  return names.has("everyone") || names.has("origin") ? "limited" : "delegated";
}
function picksPrincipalArn({ key, operator }) {
  return key.toLowerCase() === "aws:principalarn" && /^(?:String|Arn)/.test(operator.comparison) && !operator.negated && !operator.ifExists;
}

// src/evaluate/decide-access.ts
function decideAccess(situation) {
  const { parties, layers, resourceKind } = situation;
  const wall = layers.find(({ layer, applying }) => isWall(layer) && applying.length === 0);
  if (wall !== void 0) return refuse(wall.layer, { level: wall.level });
  const [resourceAllow] = allowsOf(situation, "resource");
  if (!parties.iamPrincipal)
    return resourceAllow === void 0 ? refuse("resource") : grant(resourceAllow);
  const resourceHasToAllow = parties.crossAccount || resourceKind !== "other";
  if (resourceHasToAllow && resourceAllow === void 0) return refuse("resource");
  return parties.crossAccount ? decideByIdentity(situation) : decideInAccount(situation);
}
function isWall(layer) {
  return layer === "resourceControl" || layer === "serviceControl" || layer === "vpcEndpoint";
}
function decideByIdentity(situation) {
  const granted = identityGrant(situation);
  return granted === void 0 ? refuse("identity") : withinLimits(situation, granted);
}
function decideInAccount(situation) {
  const direct = resourceGrant(situation, "direct");
  if (direct !== void 0) return { granted: true, grant: direct };
  const granted = identityGrant(situation) ?? resourceGrant(situation, "limited");
  if (granted !== void 0) return withinLimits(situation, granted);
  const delegated = resourceGrant(situation, "delegated") !== void 0;
  return refuse("identity", { cause: delegated ? "only-delegated" : "no-allow" });
}
function withinLimits(situation, granted) {
  const limit = situation.layers.find(
    ({ layer, applying }) => (layer === "boundary" || layer === "session") && applying.length === 0
  );
  if (limit !== void 0) return refuse(limit.layer);
  const federated = situation.principal?.kind === "federated-user";
  const passed = situation.layers.some(({ layer }) => layer === "session");
  if (federated && !passed) return refuse("session", { cause: "no-session-policy" });
  return { granted: true, grant: granted };
}
function identityGrant(situation) {
  if (situation.principal?.kind === "root") return { by: "root-user" };
  const [allow2] = allowsOf(situation, "identity");
  return allow2 && { by: "statement", statement: allow2.match };
}
function resourceGrant(situation, reach) {
  const allow2 = allowsOf(situation, "resource").find(
    ({ statement }) => reachOf(statement, situation.principal, situation.options) === reach
  );
  return allow2 && { by: "statement", statement: allow2.match };
}
function allowsOf({ layers }, wanted) {
  return layers.flatMap(({ layer, applying }) => layer === wanted ? applying : []);
}
function grant({ match }) {
  return { granted: true, grant: { by: "statement", statement: match } };
}
function refuse(layer, { level, cause = "no-allow" } = {}) {
  return { granted: false, refusal: { layer, level, cause } };
}

// src/evaluate/layers-in-force.ts
function layersInForce(policies, { request, parties }) {
  const ofCaller = parties.iamPrincipal ? [
    ...layerOf("identity", policies.identity),
    ...layerOf("boundary", listOf(policies.boundary)),
    ...layerOf("session", policies.session)
  ] : [];
  return [
    ...bindsResource(policies, request, parties) ? levelsOf("resourceControl", policies.resourceControl) : [],
    ...bindsCaller(policies, parties) ? levelsOf("serviceControl", policies.serviceControl) : [],
    ...layerOf("vpcEndpoint", listOf(policies.vpcEndpoint)),
    ...layerOf("resource", listOf(policies.resource)),
    ...ofCaller
  ];
}
function bindsCaller(policies, { iamPrincipal }) {
  return iamPrincipal && !policies.managementAccount && !policies.serviceLinkedRole;
}
function bindsResource(policies, request, { crossAccount }) {
  const ofManagementAccount = policies.managementAccount === true && !crossAccount;
  const exempt = request.action.toLowerCase() === "kms:retiregrant";
  return !ofManagementAccount && !policies.serviceLinkedRole && !exempt;
}
function layerOf(layer, sources) {
  if (sources === void 0 || sources.length === 0) return [];
  return [{ layer, level: void 0, documents: sources.map(readPolicy) }];
}
function levelsOf(layer, levels2 = []) {
  return levels2.map((sources, level) => ({ layer, level, documents: sources.map(readPolicy) }));
}
function listOf(source) {
  return source === void 0 ? [] : [source];
}

// src/evaluate/request-parties.ts
function partiesOf(request, policies) {
  const { principal: principal2, resource } = request;
  const caller2 = accountOfPrincipal(principal2);
  const owner = policies.resourceAccount ?? accountOfArn(resource);
  const outside = principal2?.kind === "service" || principal2?.kind === "federated" || principal2?.kind === "anonymous";
  return {
    iamPrincipal: !outside,
    crossAccount: caller2 !== void 0 && owner !== void 0 && caller2 !== owner
  };
}

// src/evaluate/evaluate-request.ts
function evaluateRequest(accessRequest, policies, options = {}) {
  const request = normaliseRequest(accessRequest);
  const parties = partiesOf(request, policies);
  const boundaryAttached = parties.iamPrincipal && policies.boundary !== void 0;
  const layers = layersInForce(policies, { request, parties }).map(
    (documents) => askLayer(documents, request, { ...options, boundaryAttached })
  );
  const reasons = layers.map(reasonOf);
  const matched = reasons.flatMap(({ statements }) => statements);
  const deny = matched.find(({ effect }) => effect === "Deny");
  if (deny !== void 0) return { decision: "explicitDeny", decidedBy: deny, matched, reasons };
  const decided = decideAccess({
    principal: request.principal,
    resourceKind: policies.resourceKind ?? "other",
    parties,
    layers,
    options
  });
  return decided.granted ? { decision: "allowed", decidedBy: decided.grant, matched, reasons } : { decision: "implicitDeny", decidedBy: decided.refusal, matched, reasons };
}

// src/explain/join-words.ts
function joinWords(words2, word = "and") {
  const last = words2.at(-1) ?? "";
  const head = words2.slice(0, -1);
  return head.length === 0 ? last : `${head.join(", ")} ${word} ${last}`;
}

// src/explain/describe-actions.ts
function describeActions({ negated, patterns }, { form: form2, data }) {
  const use = form2 === "gerund" ? "" : "use ";
  if (negated) return `${use}every action, of every service, except ${joinWords(patterns)}`;
  if (patterns.length === 0) return `${use}no action at all`;
  if (patterns.some((pattern) => pattern === "*" || pattern === "*:*"))
    return `${use}every action of every service`;
  const whole = wholeService(patterns, data);
  if (whole !== void 0) return `${use}every action of ${whole}`;
  const levels2 = levelsOf2(patterns, data);
  if (levels2.length === 0) return `${use}${joinWords(patterns)}`;
  const verbs2 = joinWords(
    levelWords.flatMap(([level, words2]) => levels2.includes(level) ? [words2[form2]] : [])
  );
  return `${verbs2}${placeOf(patterns, data)} (${patterns.join(", ")})`;
}
var levelWords = [
  ["List", { gerund: "listing", infinitive: "list" }],
  ["Read", { gerund: "reading", infinitive: "read" }],
  ["Write", { gerund: "writing", infinitive: "write" }],
  ["Tagging", { gerund: "tagging", infinitive: "tag" }],
  ["Permissions management", { gerund: "managing permissions", infinitive: "manage permissions" }]
];
function wholeService(patterns, data) {
  const names = patterns.map((pattern) => {
    const [prefix = "", rest] = pattern.split(":");
    return rest === "*" && !/[*?]/.test(prefix) ? `${data.service(prefix)?.name ?? "the service"} (${pattern})` : void 0;
  });
  const known2 = names.filter((name) => name !== void 0);
  return known2.length === names.length ? joinWords(known2) : void 0;
}
function levelsOf2(patterns, data) {
  const levels2 = /* @__PURE__ */ new Set();
  for (const pattern of patterns) {
    const [prefix = "", name = ""] = pattern.toLowerCase().split(":");
    const service = /[*?]/.test(prefix) ? void 0 : data.service(prefix);
    const one2 = service?.action(name);
    const glob2 = parseGlob(name);
    const matched = one2 === void 0 && /[*?]/.test(name) ? service?.actions.filter((action) => globMatches(glob2, action.name.toLowerCase())) : one2 && [one2];
    if (matched === void 0 || matched.length === 0) return [];
    for (const { accessLevel } of matched) levels2.add(accessLevel);
  }
  return levels2.has("unknown") ? [] : [...levels2];
}
function placeOf(patterns, data) {
  const prefixes = new Set(patterns.map((pattern) => pattern.toLowerCase().split(":")[0] ?? ""));
  const names = [...prefixes].map((prefix) => data.service(prefix)?.name ?? prefix);
  return ` in ${joinWords(names)}`;
}

// src/explain/key-words.ts
function keyWords(key) {
  const lower = key.toLowerCase();
  const tag = tagKeys.find(([prefix]) => lower.startsWith(prefix) && lower.length > prefix.length);
  if (tag !== void 0) return `the tag "${key.slice(tag[0].length)}" of ${tag[1]}`;
  return words.get(lower) ?? claimWords(lower);
}
function flagWords(key) {
  return flags.get(key.toLowerCase());
}
var tagKeys = [
  ["aws:principaltag/", "the caller"],
  ["aws:resourcetag/", "the resource"],
  ["aws:requesttag/", "the request"]
];
var words = /* @__PURE__ */ new Map([
  ["aws:sourceip", "the caller's IP address"],
  ["aws:vpcsourceip", "the caller's IP address in the VPC"],
  ["aws:sourcevpc", "the VPC that the request comes from"],
  ["aws:sourcevpce", "the VPC endpoint that the request comes through"],
  ["aws:sourcearn", "the ARN of the resource that a service acts for"],
  ["aws:sourceaccount", "the account of the resource that a service acts for"],
  ["aws:sourceorgid", "the organization of the resource that a service acts for"],
  ["aws:principalarn", "the caller's ARN"],
  ["aws:principalaccount", "the caller's account"],
  ["aws:principalorgid", "the caller's organization"],
  ["aws:principalorgpaths", "the caller's place in the organization"],
  ["aws:principaltype", "the caller's type"],
  ["aws:principalservicename", "the name of the calling service"],
  ["aws:resourceaccount", "the account of the resource"],
  ["aws:resourceorgid", "the organization of the resource"],
  ["aws:username", "the caller's user name"],
  ["aws:userid", "the caller's unique ID"],
  ["aws:currenttime", "the time of the request"],
  ["aws:epochtime", "the time of the request, in seconds since 1970"],
  ["aws:tokenissuetime", "the time at which the credentials were issued"],
  ["aws:multifactorauthage", "the age of the MFA sign-in, in seconds"],
  ["aws:requestedregion", "the Region that is called"],
  ["aws:tagkeys", "the tag keys of the request"],
  ["aws:calledvia", "the services that called on behalf of the caller"],
  ["aws:useragent", "the caller's user agent"],
  ["aws:referer", "the HTTP referer"],
  ["iam:passedtoservice", "the service that the role is passed to"],
  ["iam:permissionsboundary", "the permissions boundary of the user or role"],
  ["iam:policyarn", "the ARN of the managed policy"],
  ["iam:awsservicename", "the service that the role is linked to"],
  ["sts:externalid", "the external ID"],
  ["sts:rolesessionname", "the name of the session"],
  ["s3:prefix", "the prefix of the keys that are listed"],
  ["kms:viaservice", "the service that uses the key for the caller"]
]);
var flags = /* @__PURE__ */ new Map([
  [
    "aws:multifactorauthpresent",
    { yes: "the caller signed in with MFA", no: "the caller signed in without MFA" }
  ],
  [
    "aws:securetransport",
    { yes: "the request is encrypted with TLS", no: "the request is not encrypted with TLS" }
  ],
  [
    "aws:viaawsservice",
    {
      yes: "an AWS service makes the request for the caller",
      no: "the caller makes the request directly"
    }
  ],
  [
    "aws:principalisawsservice",
    { yes: "the caller is an AWS service", no: "the caller is no AWS service" }
  ]
]);
function claimWords(key) {
  const [, host2, claim = ""] = /^([^:]*\.[^:]*):(sub|aud|amr)$/.exec(key) ?? [];
  if (host2 === void 0) return void 0;
  const claims = /* @__PURE__ */ new Map([
    ["sub", "subject"],
    ["aud", "audience"],
    ["amr", "authentication method"]
  ]);
  return `the ${claims.get(claim) ?? claim} of the token`;
}

// src/explain/describe-condition.ts
function describeCondition(condition, version) {
  const { operator, key, values } = condition;
  const { comparison } = operator;
  if (comparison === "Null") return describeNull(key, values);
  const missing2 = withoutKey(operator);
  const said = describeTest(condition, { comparison, version });
  return missing2 ? `${said}, or ${missing2}` : said;
}
function describeNull(key, values) {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const absent = wanted.has("true");
  const present2 = wanted.has("false");
  if (absent && present2) return `the request has ${key} or not (which is always so)`;
  if (!absent && !present2)
    return `never (Null takes "true" or "false", not ${listOf2(values, "or")})`;
  return absent ? `the request does not have ${nameOf(key)}` : `the request has ${nameOf(key)}`;
}
function describeTest({ operator, key, values }, context) {
  const { comparison } = context;
  const { negated, qualifier } = operator;
  const flag = flagWords(key);
  const [only = ""] = values;
  if (comparison === "Bool" && flag && values.length === 1 && qualifier === void 0) {
    if (only.toLowerCase() === "true") return `${flag.yes} (${key} is true)`;
    if (only.toLowerCase() === "false") return `${flag.no} (${key} is false)`;
  }
  const texts2 = values.map((value) => describeValue(value, context));
  return `${subjectOf(key, qualifier)} ${predicateOf(comparison, { negated, texts: texts2 })}`;
}
function subjectOf(key, qualifier) {
  switch (qualifier) {
    case "ForAllValues":
      return `every value of ${nameOf(key)}`;
    case "ForAnyValue":
      return `at least one value of ${nameOf(key)}`;
    case void 0:
      return nameOf(key);
    default:
      return qualifier;
  }
}
function nameOf(key) {
  const said = keyWords(key);
  return said === void 0 ? key : `${said} (${key})`;
}
function predicateOf(comparison, { negated, texts: texts2 }) {
  if (texts2.length === 0)
    return negated ? "is whatever it is" : "is one of no values, which is never so";
  const { yes, no, after = "" } = verbs[comparison];
  if (!negated) return `${yes} ${texts2.length > 2 ? "one of " : ""}${listOf2(texts2, "or")}${after}`;
  return `${no} ${texts2.length > 1 ? "any of " : ""}${listOf2(texts2, "or")}${after}`;
}
var verbs = {
  StringEquals: { yes: "is", no: "is not" },
  StringEqualsIgnoreCase: { yes: "is", no: "is not", after: ", in upper or lower case" },
  StringLike: { yes: "matches", no: "does not match" },
  NumericEquals: { yes: "is", no: "is not" },
  NumericLessThan: { yes: "is less than", no: "is not less than" },
  NumericLessThanEquals: { yes: "is at most", no: "is more than" },
  NumericGreaterThan: { yes: "is more than", no: "is at most" },
  NumericGreaterThanEquals: { yes: "is at least", no: "is less than" },
  DateEquals: { yes: "is", no: "is not" },
  DateLessThan: { yes: "is before", no: "is not before" },
  DateLessThanEquals: { yes: "is not after", no: "is after" },
  DateGreaterThan: { yes: "is after", no: "is not after" },
  DateGreaterThanEquals: { yes: "is not before", no: "is before" },
  Bool: { yes: "is", no: "is not" },
  BinaryEquals: { yes: "is the bytes", no: "is not the bytes", after: " (Base64)" },
  IpAddress: { yes: "is in", no: "is not in" },
  ArnEquals: { yes: "matches the ARN", no: "does not match the ARN" },
  ArnLike: { yes: "matches the ARN", no: "does not match the ARN" }
};
function listOf2(texts2, word) {
  return texts2.length === 0 ? "nothing" : joinWords(texts2, word);
}
function describeValue(value, { comparison, version }) {
  if (value === "") return "the empty text";
  const isText = /^(?:String|Arn)/.test(comparison);
  const shown2 = isText && /[\s,]/.test(value) ? JSON.stringify(value) : value;
  if (!isText) return shown2;
  const parts = patternParts(value, { variables: version === "2012-10-17" });
  const [only] = parts;
  if (parts.length === 1 && only?.kind === "variable") {
    const other = only.fallback === void 0 ? "" : `, or ${JSON.stringify(only.fallback)} without it`;
    return `${keyWords(only.key) ?? only.key} (${value})${other}`;
  }
  const isPlain = comparison === "StringEquals" || comparison === "StringEqualsIgnoreCase";
  const hasWildcard3 = parts.some(({ kind }) => kind === "any" || kind === "one");
  return isPlain && hasWildcard3 ? `${shown2} (no pattern: * and ? are plain letters here)` : shown2;
}
function withoutKey({ negated, ifExists, qualifier }) {
  if (qualifier === "ForAllValues") return "the request has no value of it";
  if (qualifier === "ForAnyValue") return "";
  return negated || ifExists ? "the request does not have the key" : "";
}

// src/explain/describe-principals.ts
function describePrincipals({ negated, principals }, effect) {
  const delegates = effect === "Allow" && !negated;
  const names = joinWords(principals.map((entry) => describePrincipal(entry, delegates)));
  if (principals.length === 0) return negated ? "everyone" : "nobody";
  return negated ? `everyone (signed in or not) except ${names}` : names;
}
function describePrincipal(entry, delegates) {
  if (entry.everyone) return "everyone (signed in or not)";
  const { kind, value } = entry;
  switch (kind) {
    case "AWS":
      return describeAws(value, delegates);
    case "Service":
      return `the AWS service ${value}`;
    case "Federated":
      return describeFederated(value);
    case "CanonicalUser":
      return `the account with the canonical user ID ${value}`;
    default:
      return kind;
  }
}
function describeAws(value, delegates) {
  if (/^\d{12}$/.test(value)) return describeAccount(value, delegates);
  const gone = describeUniqueId(value);
  if (gone !== void 0) return gone;
  const arn = parseArn(value);
  if (arn === void 0 || !/^\d{12}$/.test(arn.account)) return value;
  const [type = "", ...rest] = arn.resource.split("/");
  const name = rest.join("/");
  switch (`${arn.service}:${type}`) {
    case "iam:root":
      return rest.length === 0 ? describeAccount(arn.account, delegates) : value;
    case "iam:role":
      return `role ${name} of account ${arn.account}`;
    case "iam:user":
      return `user ${name} of account ${arn.account}`;
    case "sts:assumed-role":
      return `session ${rest.slice(1).join("/")} of role ${rest[0] ?? ""} of account ${arn.account}`;
    case "sts:federated-user":
      return `federated user ${name} of account ${arn.account}`;
    default:
      return value;
  }
}
function describeAccount(account2, delegates) {
  return delegates ? `account ${account2} (its root user, and whom its own policies allow it)` : `account ${account2} (everyone in it)`;
}
function describeUniqueId(value) {
  if (/^AIDA[A-Z0-9]{12,}$/.test(value))
    return `the user with the ID ${value} (most likely deleted)`;
  if (/^AROA[A-Z0-9]{12,}$/.test(value))
    return `the role with the ID ${value} (most likely deleted)`;
  return void 0;
}
function describeFederated(value) {
  const [, type, name] = /^(saml|oidc)-provider\/(.+)$/.exec(parseArn(value)?.resource ?? "") ?? [];
  if (type === "saml") return `users of the SAML provider ${name ?? value}`;
  return `holders of a token of ${name ?? value}`;
}

// src/explain/describe-resources.ts
function describeResources(element) {
  if (element === void 0) return "the resource that the policy is attached to";
  const { negated, patterns } = element;
  const listed2 = joinWords([...new Set(patterns)].map(describeResource));
  if (patterns.length === 0) return negated ? "every resource" : "no resource at all";
  return negated ? `every resource except ${listed2}` : listed2;
}
function describeResource(pattern) {
  if (pattern === "*") return "every resource";
  const arn = parseArn(pattern);
  if (arn === void 0 || arn.partition !== "aws" || arn.region !== "") return pattern;
  const { service, account: account2, resource } = arn;
  if (service === "s3" && account2 === "") return describeBucket(resource) ?? pattern;
  if (service === "iam" && /^\d{12}$/.test(account2))
    return describeEntity(resource, account2) ?? pattern;
  return pattern;
}
function describeBucket(resource) {
  const slash2 = resource.indexOf("/");
  const bucket = slash2 < 0 ? resource : resource.slice(0, slash2);
  const key = slash2 < 0 ? void 0 : resource.slice(slash2 + 1);
  if (bucket === "" || bucket.includes(":") || bucket.includes("$")) return void 0;
  const isOpen2 = /\*/.test(bucket);
  if (bucket === "*") return key === void 0 ? "every bucket and object of S3" : void 0;
  if (key === void 0)
    return isOpen2 ? `buckets ${bucket} with their objects` : `bucket ${bucket}`;
  if (key === "") return void 0;
  const buckets = isOpen2 ? `buckets ${bucket}` : `bucket ${bucket}`;
  if (key === "*") return `the objects of ${buckets}`;
  return isOpen2 ? void 0 : `objects ${key} of bucket ${bucket}`;
}
var entities = /* @__PURE__ */ new Map([
  ["role", "role"],
  ["user", "user"],
  ["group", "group"],
  ["policy", "policy"],
  ["instance-profile", "instance profile"]
]);
function describeEntity(resource, account2) {
  const slash2 = resource.indexOf("/");
  const entity = entities.get(resource.slice(0, slash2));
  const name = resource.slice(slash2 + 1);
  if (entity === void 0 || name === "") return void 0;
  if (name === "*") return `every ${entity} of account ${account2}`;
  return `${entity} ${name} of account ${account2}`;
}

// src/explain/describe-mismatch.ts
function describeMismatch(mismatch3, {
  effect,
  version
}) {
  switch (mismatch3.element) {
    case "Action":
      return `Its Action, ${joinWords(mismatch3.patterns, "or")}, is not ${mismatch3.requested}.`;
    case "NotAction":
      return `Its NotAction excepts ${mismatch3.requested}.`;
    case "Resource":
      return `Its Resource, ${joinWords(mismatch3.patterns, "or")}, does not match ${mismatch3.requested}${unresolvedText(mismatch3.unresolved)}.`;
    case "NotResource":
      return `Its NotResource excepts ${mismatch3.requested}${unresolvedText(mismatch3.unresolved)}.`;
    case "Principal":
    case "NotPrincipal": {
      const negated = mismatch3.element === "NotPrincipal";
      const whom = describePrincipals({ negated, principals: mismatch3.principals }, effect);
      return `It is for ${whom}; the caller is ${nameOf2(mismatch3.requested)}.`;
    }
    case "Condition": {
      const wanted = describeCondition(mismatch3, version);
      return `It asks that ${wanted}; ${presentText(mismatch3.key, mismatch3.requested)}${unresolvedText(mismatch3.unresolved)}.`;
    }
    default:
      return mismatch3;
  }
}
function presentText(key, requested) {
  if (requested === void 0) return `the request does not have ${key}`;
  if (requested.length === 0) return `the request has no value of ${key}`;
  return `the request has ${key} = ${requested.map((value) => value || '""').join(", ")}`;
}
function unresolvedText(keys) {
  return keys.length === 0 ? "" : ` (no value for ${keys.map((key) => `\${${key}}`).join(", ")})`;
}
function nameOf2(principal2) {
  switch (principal2?.kind) {
    case void 0:
      return "an unknown caller";
    case "user":
    case "federated-user":
      return principal2.arn;
    case "role-session":
      return principal2.sessionArn ?? principal2.roleArn;
    case "root":
      return `the root user of account ${principal2.account}`;
    case "account":
      return `account ${principal2.account}`;
    case "service":
      return principal2.name;
    case "federated":
      return principal2.provider;
    case "canonical-user":
      return principal2.id;
    case "anonymous":
      return "an anonymous caller";
    case "unrecognised":
      return principal2.text;
    default:
      return principal2;
  }
}

// src/explain/near-misses.ts
function explainRefusal(sources, request, options = {}) {
  const documents = sources.map(readPolicy);
  const explained = explainDocuments(documents, normaliseRequest(request), options);
  const denies = explained.filter(
    ({ statement, mismatches }) => statement.effect === "Deny" && mismatches.length === 0
  );
  const near = explained.filter(({ statement, mismatches }) => {
    const isOther = mismatches.some(({ element }) => /Action$/.test(element));
    return statement.effect === "Allow" && mismatches.length > 0 && !isOther;
  }).toSorted((a, b) => a.mismatches.length - b.mismatches.length).slice(0, 3);
  return {
    denies: denies.map(({ document, statement: { index, sid } }) => ({
      policy: document,
      statement: index,
      sid
    })),
    nearMisses: near.map(({ document, statement, mismatches }) => ({
      policy: document,
      statement: statement.index,
      sid: statement.sid,
      reasons: mismatches.map(
        (mismatch3) => describeMismatch(mismatch3, {
          effect: statement.effect,
          version: documents[document]?.version ?? "2008-10-17"
        })
      )
    }))
  };
}

// src/explain/explain-decision.ts
function explainDecision(context) {
  const { evaluation } = context;
  switch (evaluation.decision) {
    case "allowed": {
      const { decidedBy: grant2 } = evaluation;
      const decidedBy = grant2.by === "statement" ? grant2.statement : void 0;
      const because = decidedBy === void 0 ? "The root user needs no identity policy, and nothing else stands in the way." : `${policyOf2(decidedBy)} allows it, and nothing else stands in the way.`;
      return { decision: "allowed", because, decidedBy, nearMisses: [] };
    }
    case "explicitDeny": {
      const { decidedBy } = evaluation;
      const because = `${policyOf2(decidedBy)} denies it; a Deny goes before every Allow.`;
      return { decision: "explicitDeny", because, decidedBy, nearMisses: [] };
    }
    case "implicitDeny": {
      const { decidedBy: refusal } = evaluation;
      const nearMisses = nearMissesOf(refusal, context);
      return {
        decision: "implicitDeny",
        because: becauseOf(refusal),
        decidedBy: void 0,
        nearMisses
      };
    }
    default:
      return evaluation;
  }
}
var layerNames = {
  resourceControl: "resource control policy",
  serviceControl: "service control policy",
  vpcEndpoint: "VPC endpoint policy",
  resource: "resource policy",
  identity: "identity policy",
  boundary: "permissions boundary",
  session: "session policy"
};
function policyOf2({ layer, level }) {
  return `A statement of ${article(layer)} ${layerNames[layer]}${levelText(level)}`;
}
function article(layer) {
  return layer === "boundary" || layer === "resource" ? "the" : layer === "identity" ? "an" : "a";
}
function levelText(level) {
  return level === void 0 ? "" : ` (level ${level + 1})`;
}
function becauseOf({ layer, level, cause }) {
  switch (cause) {
    case "no-allow":
      return `No ${layerNames[layer]}${levelText(level)} allows it, and here one has to.`;
    case "only-delegated":
      return "The resource policy leaves it to the account, and no identity policy allows it.";
    case "no-session-policy":
      return "A federated user has only what session policies pass on, and there are none.";
    default:
      return cause;
  }
}
function nearMissesOf({ layer, level }, { request, policies }) {
  const boundaryAttached = policies.boundary !== void 0;
  const sources = sourcesOf2(policies, { layer, level });
  const { nearMisses } = explainRefusal(sources, request, { boundaryAttached });
  return nearMisses.map((miss) => ({ layer, level, ...miss }));
}
function sourcesOf2(policies, { layer, level }) {
  if (layer === "serviceControl" || layer === "resourceControl")
    return policies[layer]?.[level ?? 0] ?? [];
  if (layer === "identity" || layer === "session") return policies[layer] ?? [];
  const one2 = policies[layer];
  return one2 === void 0 ? [] : [one2];
}

// src/explain/variable-notes.ts
function variableNotes({ resource, conditions: conditions2 }, version) {
  const texts2 = [
    ...resource?.patterns ?? [],
    ...conditions2.filter(({ operator }) => /^(?:String|Arn)/.test(operator.comparison)).flatMap(({ values }) => values)
  ];
  const notes = /* @__PURE__ */ new Set();
  for (const text2 of texts2) {
    for (const part of patternParts(text2, { variables: true })) {
      if (part.kind !== "variable") continue;
      notes.add(version === "2012-10-17" ? noteOf(part) : plainNote(part.key));
    }
  }
  return [...notes];
}
function noteOf({ key, fallback }) {
  const said = keyWords(key);
  const what = said === void 0 ? `the value of ${key} in the request` : said;
  const without = fallback === void 0 ? "without it the text matches nothing" : `without it, for ${JSON.stringify(fallback)}`;
  return `\${${key}} stands for ${what}; ${without}.`;
}
function plainNote(key) {
  return `\${${key}} is plain text, since the policy's Version is not 2012-10-17.`;
}

// src/explain/explain-policy.ts
function explainPolicy(source, { data = bundledActionData() } = {}) {
  const policy = readPolicy(source);
  return policy.statements.map((statement) => explainStatement(statement, policy, data));
}
function explainStatement(statement, { version }, data) {
  const { index, sid, effect } = statement;
  const summary = summarize(statement, data);
  const conditions2 = statement.conditions.map((condition) => describeCondition(condition, version));
  const when = conditions2.length === 0 ? "" : `${effect === "Allow" ? ", but only" : ""} if ${conditions2.join("; and ")}`;
  return {
    statement: index,
    sid,
    effect,
    summary,
    conditions: conditions2,
    notes: [...variableNotes(statement, version), ...warningsOf(statement)],
    sentence: `${summary}${when}.`
  };
}
function summarize(statement, data) {
  const { effect, principal: principal2, resource } = statement;
  const assuming = principal2 !== void 0 && resource === void 0 && isAssuming(statement);
  const actions2 = (form2) => assuming ? `assume the role (${statement.action.patterns.join(", ")})` : `${describeActions(statement.action, { form: form2, data })} on ${describeResources(resource)}`;
  if (principal2 === void 0)
    return `${effect === "Allow" ? "Allows" : "Denies"} ${actions2("gerund")}`;
  const who = describePrincipals(principal2, effect);
  return `${effect === "Allow" ? "Lets" : "Forbids"} ${who} ${effect === "Allow" ? "" : "to "}${actions2("infinitive")}`;
}
var assumeActions = /* @__PURE__ */ new Set([
  "sts:assumerole",
  "sts:assumerolewithwebidentity",
  "sts:assumerolewithsaml"
]);
function isAssuming({ action: { negated, patterns } }) {
  return !negated && patterns.length > 0 && patterns.every((pattern) => assumeActions.has(pattern.toLowerCase()));
}
function warningsOf({ effect, action, principal: principal2 }) {
  const warnings = [];
  if (action.negated && effect === "Allow")
    warnings.push("Actions that AWS adds later, and services still to come, are allowed too.");
  if (principal2?.negated === true && effect === "Deny")
    warnings.push(
      "A role or session escapes this Deny only if its account, role and session are all listed."
    );
  return warnings;
}

// src/language/policy-kind.ts
var policyTypes = [
  "IDENTITY_POLICY",
  "RESOURCE_POLICY",
  "SERVICE_CONTROL_POLICY",
  "RESOURCE_CONTROL_POLICY"
];
var policyResourceTypes = [
  "AWS::S3::Bucket",
  "AWS::S3::AccessPoint",
  "AWS::S3::MultiRegionAccessPoint",
  "AWS::S3ObjectLambda::AccessPoint",
  "AWS::IAM::AssumeRolePolicyDocument",
  "AWS::DynamoDB::Table"
];
var trustPolicyType = "AWS::IAM::AssumeRolePolicyDocument";

// src/lint/catalogue.ts
function catalogue() {
  return types.flatMap(
    (findingType) => codesByType[findingType].map((issueCode) => ({ issueCode, findingType }))
  );
}
var page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";
function learnMoreLink({ issueCode, findingType }) {
  const section = issueCode.toLowerCase().replaceAll("_", "-");
  return `${page}#access-analyzer-reference-policy-checks-${typeInLink[findingType]}-${section}`;
}
var types = ["ERROR", "SECURITY_WARNING", "WARNING", "SUGGESTION"];
var typeInLink = {
  ERROR: "error",
  SECURITY_WARNING: "security-warning",
  WARNING: "general-warning",
  SUGGESTION: "suggestion"
};
var codesByType = {
  ERROR: [
    "ARN_ACCOUNT_NOT_ALLOWED",
    "ARN_REGION_NOT_ALLOWED",
    "DATA_TYPE_MISMATCH",
    "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
    "INVALID_ACTION",
    "INVALID_ARN_ACCOUNT",
    "INVALID_ARN_PREFIX",
    "INVALID_ARN_REGION",
    "INVALID_ARN_RESOURCE",
    "INVALID_ARN_SERVICE_CASE",
    "INVALID_CONDITION_DATA_TYPE",
    "INVALID_CONDITION_KEY_FORMAT",
    "INVALID_CONDITION_MULTIPLE_BOOLEAN",
    "INVALID_CONDITION_OPERATOR",
    "INVALID_EFFECT",
    "INVALID_GLOBAL_CONDITION_KEY",
    "INVALID_PARTITION",
    "INVALID_POLICY_ELEMENT",
    "INVALID_PRINCIPAL_FORMAT",
    "INVALID_PRINCIPAL_KEY",
    "INVALID_REGION",
    "INVALID_SERVICE",
    "INVALID_SERVICE_CONDITION_KEY",
    "INVALID_SERVICE_IN_ACTION",
    "INVALID_VARIABLE_FOR_OPERATOR",
    "INVALID_VERSION",
    "JSON_SYNTAX_ERROR",
    "MISSING_ACTION",
    "MISSING_ARN_FIELD",
    "MISSING_ARN_REGION",
    "MISSING_EFFECT",
    "MISSING_PRINCIPAL",
    "MISSING_QUALIFIER",
    "MISSING_RESOURCE",
    "MISSING_STATEMENT",
    "NULL_WITH_IF_EXISTS",
    "SCP_SYNTAX_ERROR_ACTION_WILDCARD",
    "SCP_SYNTAX_ERROR_PRINCIPAL",
    "UNIQUE_SIDS_REQUIRED",
    "UNSUPPORTED_ACTION_IN_POLICY",
    "UNSUPPORTED_ELEMENT_COMBINATION",
    "UNSUPPORTED_GLOBAL_CONDITION_KEY",
    "UNSUPPORTED_PRINCIPAL",
    "UNSUPPORTED_RESOURCE_ARN_IN_POLICY",
    "UNSUPPORTED_SID",
    "UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
    "MISSING_BRACE_IN_VARIABLE",
    "MISSING_QUOTE_IN_VARIABLE",
    "UNSUPPORTED_SPACE_IN_VARIABLE",
    "EMPTY_VARIABLE",
    "VARIABLE_UNSUPPORTED_IN_ELEMENT",
    "VARIABLE_UNSUPPORTED_IN_VERSION",
    "PRIVATE_IP_ADDRESS",
    "PRIVATE_NOT_IP_ADDRESS",
    "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
    "INVALID_SERVICE_PRINCIPAL_FORMAT",
    "MISSING_TAG_KEY_IN_CONDITION",
    "INVALID_VPC_FORMAT",
    "INVALID_VPCE_FORMAT",
    "FEDERATED_PRINCIPAL_NOT_SUPPORTED",
    "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
    "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
    "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
    "TYPE_MISMATCH_IP_RANGE",
    "MISSING_ACTION_FOR_CONDITION_KEY",
    "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
    "MISMATCHED_ACTION_FOR_PRINCIPAL",
    "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY",
    "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
    "RCP_SYNTAX_ERROR_PRINCIPAL",
    "RCP_SYNTAX_ERROR_ALLOW",
    "RCP_SYNTAX_ERROR_NOTACTION",
    "RCP_SYNTAX_ERROR_ACTION",
    "MISSING_ARN_ACCOUNT",
    "INVALID_KMS_KEY_VALUE",
    "VARIABLE_USAGE_TOO_PERMISSIVE",
    "WILDCARD_USAGE_TOO_PERMISSIVE"
  ],
  SECURITY_WARNING: [
    "UNTRUSTWORTHY_CONDITION_KEY",
    "ALLOW_WITH_NOT_PRINCIPAL",
    "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
    "PASS_ROLE_WITH_NOT_RESOURCE",
    "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
    "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE",
    "PASS_ROLE_WITH_STAR_IN_RESOURCE",
    "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
    "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
    "MISSING_PAIRED_CONDITION_KEYS",
    "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
    "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
    "MISSING_GITHUB_REPO_CONDITION_KEY",
    "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
    "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT",
    "S3_PREFIX_IN_NEGATIVE_CONTEXT",
    "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE"
  ],
  WARNING: [
    "CREATE_SLR_WITH_NOT_RESOURCE",
    "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
    "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE",
    "CREATE_SLR_WITH_STAR_IN_RESOURCE",
    "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
    "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
    "DEPRECATED_GLOBAL_CONDITION_KEY",
    "INVALID_DATE_VALUE",
    "INVALID_ROLE_REFERENCE",
    "INVALID_USER_REFERENCE",
    "MISSING_VERSION",
    "UNIQUE_SIDS_RECOMMENDED",
    "WILDCARD_WITHOUT_LIKE_OPERATOR",
    "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    "TYPE_MISMATCH",
    "TYPE_MISMATCH_BOOLEAN",
    "TYPE_MISMATCH_DATE",
    "TYPE_MISMATCH_NUMBER",
    "TYPE_MISMATCH_STRING",
    "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
    "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
    "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
    "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
    "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK",
    "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES"
  ],
  SUGGESTION: [
    "EMPTY_ARRAY_ACTION",
    "EMPTY_ARRAY_CONDITION",
    "EMPTY_ARRAY_CONDITION_FORALLVALUES",
    "EMPTY_ARRAY_CONDITION_FORANYVALUE",
    "EMPTY_ARRAY_CONDITION_IFEXISTS",
    "EMPTY_ARRAY_PRINCIPAL",
    "EMPTY_ARRAY_RESOURCE",
    "EMPTY_OBJECT_CONDITION",
    "EMPTY_OBJECT_PRINCIPAL",
    "EMPTY_SID_VALUE",
    "EQUIVALENT_TO_NULL_FALSE",
    "EQUIVALENT_TO_NULL_TRUE",
    "IMPROVE_IP_RANGE",
    "NULL_WITH_QUALIFIER",
    "PRIVATE_IP_ADDRESS_SUBSET",
    "PRIVATE_NOT_IP_ADDRESS_SUBSET",
    "REDUNDANT_ACTION",
    "REDUNDANT_CONDITION_VALUE_NUM",
    "REDUNDANT_RESOURCE",
    "REDUNDANT_STATEMENT",
    "WILDCARD_IN_SERVICE_NAME",
    "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    "IRRELEVANT_CONDITION_KEY_IN_POLICY",
    "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
    "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
    "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
    "CONFIRM_AUDIENCE_CLAIM_TYPE"
  ]
};

// src/lint/order-findings.ts
function orderFindings(findings) {
  return findings.toSorted(
    (left, right) => statementIndex(left.places[0]) - statementIndex(right.places[0]) || (left.places[0]?.start ?? 0) - (right.places[0]?.start ?? 0)
  );
}
function statementIndex(place) {
  const [first, second] = place?.path ?? [];
  if (first === void 0 || !("value" in first) || first.value !== "Statement") return -1;
  return second !== void 0 && "index" in second ? second.index : 0;
}

// src/lint/own-catalogue.ts
var ownCatalogue = [
  {
    issueCode: "DUPLICATE_ELEMENT",
    findingType: "ERROR",
    title: "A name stands twice in one object; only one of the two values counts."
  },
  {
    issueCode: "UNACCEPTED_CHARACTER",
    findingType: "ERROR",
    title: "A character is outside of U+0009, U+000A, U+000D and U+0020 to U+00FF."
  },
  {
    issueCode: "POLICY_SIZE_EXCEEDS_ENTITY_QUOTA",
    findingType: "ERROR",
    title: "The policy is longer than the kind of entity it is meant for takes."
  },
  {
    issueCode: "POLICY_SIZE_NEEDS_QUOTA_INCREASE",
    findingType: "WARNING",
    title: "A trust policy is longer than 2,048 characters, which takes a raised quota."
  },
  {
    issueCode: "DOCUMENTATION_PLACEHOLDER",
    findingType: "WARNING",
    title: "A value was copied from the documentation: an example account, ID or bucket."
  },
  {
    issueCode: "ARN_NEVER_MATCHES",
    findingType: "WARNING",
    title: "An ARN has an empty field or fields in the wrong place, so that it matches nothing."
  },
  {
    issueCode: "CONDITION_KEY_NEVER_SENT",
    findingType: "WARNING",
    title: "No action of the statement comes with the key that its condition asks for."
  },
  {
    issueCode: "RESOURCE_OF_NO_ACTION",
    findingType: "WARNING",
    title: "No action of the statement works on a resource of this kind."
  },
  {
    issueCode: "GITHUB_SUBJECT_WITHOUT_CLAIM",
    findingType: "ERROR",
    title: 'A subject of GitHub Actions does not begin with "repo:" or another claim.'
  },
  {
    issueCode: "GITHUB_SUBJECT_OPEN_TO_OTHERS",
    findingType: "SECURITY_WARNING",
    title: "A subject of GitHub Actions leaves the owner open: repositories of others match."
  },
  {
    issueCode: "GITHUB_SUBJECT_OPEN_TO_OWNER",
    findingType: "WARNING",
    title: "A subject of GitHub Actions takes every repository of its owner."
  }
];
function ownDocsLink(issueCode) {
  return `docs/policy-lint.gen.md#${issueCode.toLowerCase()}`;
}

// src/lint/lint-report.ts
function lintReport({ text: text2, findings, ownFindings, dataDate }) {
  const complete = completerFor(text2);
  return {
    findings: orderFindings(findings).map(complete(catalogue(), learnMoreLink)),
    ownFindings: orderFindings(ownFindings).map(
      complete(ownCatalogue, ({ issueCode }) => ownDocsLink(issueCode))
    ),
    dataDate
  };
}
function completerFor(text2) {
  const positionAt = positionsOf(text2);
  return (entries, linkOf) => {
    const byCode = new Map(entries.map((entry) => [entry.issueCode, entry]));
    return ({ issueCode, details, places }) => {
      const entry = byCode.get(issueCode);
      if (entry === void 0) throw new Error(`${issueCode} is in no catalogue.`);
      return {
        findingType: entry.findingType,
        issueCode,
        findingDetails: details,
        learnMoreLink: linkOf(entry),
        locations: places.map(({ path, start, end }) => ({
          path,
          span: { start: positionAt(start), end: positionAt(end) }
        }))
      };
    };
  };
}

// src/lint/read-lint-document.ts
function readLintDocument(tree, target) {
  const { root } = tree;
  if (root.kind !== "object") return void 0;
  const version = textAt(memberOf(root, "Version"), [{ value: "Version" }]);
  return {
    ...target,
    text: tree.text,
    root,
    place: placeOf2(root, []),
    version,
    hasVariables: version?.value === "2012-10-17",
    statements: statementsOf2(memberOf(root, "Statement"))
  };
}
function statementsOf2(node) {
  if (node === void 0) return [];
  const path = [{ value: "Statement" }];
  if (node.kind === "object") return [statementOf2(node, 0, path)];
  if (node.kind !== "array") return [];
  return node.items.flatMap(
    (item, index) => item.kind === "object" ? [statementOf2(item, index, [...path, { index }])] : []
  );
}
function statementOf2(node, index, path) {
  const elements = elementsOf(node, path);
  const effect = textAt(elements.get("Effect")?.node, [...path, { value: "Effect" }])?.value;
  return {
    index,
    node,
    place: placeOf2(node, path),
    sid: textAt(elements.get("Sid")?.node, [...path, { value: "Sid" }]),
    effect: effect === "Allow" || effect === "Deny" ? effect : void 0,
    actions: patternsOf2(elements, "Action", "NotAction"),
    resources: patternsOf2(elements, "Resource", "NotResource"),
    principals: [
      ...principalsOf3(elements.get("Principal")),
      ...principalsOf3(elements.get("NotPrincipal"))
    ],
    conditions: conditionsOf2(elements.get("Condition")),
    elements
  };
}
function elementsOf(node, path) {
  return new Map(
    node.members.map(({ key, value }) => [
      key.value,
      {
        name: key.value,
        node: value,
        keyPlace: placeOf2(key, [...path, { key: key.value }]),
        place: placeOf2(value, [...path, { value: key.value }])
      }
    ])
  );
}
function patternsOf2(elements, name, notName) {
  return [name, notName].flatMap((element) => {
    const found2 = elements.get(element);
    if (found2 === void 0) return [];
    const negated = element === notName;
    return textsAt(found2.node, found2.place.path).map((text2) => ({ ...text2, negated }));
  });
}
function principalsOf3(element) {
  if (element === void 0) return [];
  const negated = element.name === "NotPrincipal";
  const { node } = element;
  if (node.kind !== "object")
    return textsAt(node, element.place.path).map((text2) => ({ ...text2, negated, kind: void 0 }));
  return node.members.flatMap(
    ({ key, value }) => textsAt(value, [...element.place.path, { value: key.value }]).map((text2) => ({
      ...text2,
      negated,
      kind: key.value
    }))
  );
}
function conditionsOf2(element) {
  if (element === void 0 || element.node.kind !== "object") return [];
  return element.node.members.flatMap(({ key: operator, value: keys }) => {
    if (keys.kind !== "object") return [];
    const path = [...element.place.path, { value: operator.value }];
    return keys.members.map(({ key, value }) => ({
      operatorText: operator.value,
      operator: parseConditionOperator(operator.value),
      operatorPlace: placeOf2(operator, [...element.place.path, { key: operator.value }]),
      key: key.value,
      keyPlace: placeOf2(key, [...path, { key: key.value }]),
      node: value,
      place: placeOf2(value, [...path, { value: key.value }]),
      values: valuesAt(value, [...path, { value: key.value }])
    }));
  });
}
function valuesAt(node, path) {
  if (node.kind === "array")
    return node.items.flatMap((item, index) => scalarAt(item, [...path, { index }]));
  return scalarAt(node, path);
}
function scalarAt(node, path) {
  const place = placeOf2(node, path);
  if (node.kind === "string") return [{ kind: "string", value: node.value, place }];
  if (node.kind === "number") return [{ kind: "number", value: node.text, place }];
  if (node.kind === "boolean") return [{ kind: "boolean", value: String(node.value), place }];
  return [];
}
function textsAt(node, path) {
  if (node.kind !== "array") return listOf3(textAt(node, path));
  return node.items.flatMap((item, index) => listOf3(textAt(item, [...path, { index }])));
}
function textAt(node, path) {
  return node?.kind === "string" ? { value: node.value, place: placeOf2(node, path) } : void 0;
}
function listOf3(value) {
  return value === void 0 ? [] : [value];
}
function placeOf2(node, path) {
  return { path, start: node.start, end: node.end };
}

// src/lint/rules/meaning/statement-queries.ts
function ruleOfStatements(look) {
  return (document) => document.statements.flatMap((statement) => look(statement, document));
}
function isAbout(condition, key) {
  return condition.key.length === key.length && condition.key.toLowerCase() === key.toLowerCase();
}
function testsOf(statement, key) {
  return statement.conditions.filter(
    (condition) => isAbout(condition, key) && condition.operator?.comparison !== "Null"
  );
}
function isRestrictedBy(statement, key) {
  return testsOf(statement, key).some(
    ({ operator }) => operator !== void 0 && !operator.negated
  );
}
var stringComparisons = /* @__PURE__ */ new Set([
  "StringEquals",
  "StringEqualsIgnoreCase",
  "StringLike"
]);
function comparesStrings({ operator }) {
  return operator !== void 0 && stringComparisons.has(operator.comparison);
}
function patternsOfAction(statement, action) {
  return statement.actions.filter((pattern) => !pattern.negated && coversAction2(pattern, action));
}
function appliesToAction(statement, action) {
  if (statement.elements.has("Action")) return patternsOfAction(statement, action).length > 0;
  return statement.elements.has("NotAction") && !statement.actions.some((pattern) => coversAction2(pattern, action));
}
function coversAction2({ value }, action) {
  if (!/^[*?]/.test(value) && !startsAlike(value, action)) return false;
  const pattern = shortForm(value, action.length)?.toLowerCase();
  if (pattern === void 0) return false;
  const name = action.toLowerCase();
  const wildcard2 = pattern.search(/[*?]/);
  if (wildcard2 === -1) return pattern === name;
  return name.startsWith(pattern.slice(0, wildcard2)) && matchesPattern(pattern, name);
}
function shortForm(pattern, textLength) {
  let fixed = 0;
  for (const character of pattern) if (character !== "*" && ++fixed > textLength) return void 0;
  return pattern.replace(/\*{2,}/g, "*");
}
function startsAlike(one2, other) {
  return one2.charAt(0).toLowerCase() === other.charAt(0).toLowerCase();
}
function hasWildcard2(text2) {
  return text2.includes("*") || text2.includes("?");
}
function principalsOfKind(statement, kind) {
  return statement.principals.filter((principal2) => !principal2.negated && principal2.kind === kind);
}

// src/lint/rules/meaning/any-value-conditions.ts
var anyValueRule = ruleOfStatements(
  ({ conditions: conditions2 }) => conditions2.flatMap((condition) => {
    const { operator, values } = condition;
    if (operator === void 0 || !likes.has(operator.comparison)) return [];
    const anything = values.find(({ value }) => isAnything(value));
    return anything === void 0 ? [] : [findingOf(condition, anything, truthOf(operator))];
  })
);
var likes = /* @__PURE__ */ new Set(["StringLike", "ArnLike", "ArnEquals"]);
function isAnything(value) {
  return /^\*+$/.test(value);
}
function truthOf({ negated, qualifier, ifExists }) {
  const present2 = !negated;
  if (qualifier === "ForAllValues") return { absent: true, present: present2 };
  if (qualifier === "ForAnyValue") return { absent: ifExists, present: present2 };
  return { absent: negated || ifExists, present: present2 };
}
function findingOf({ key, operatorText }, { place }, { absent, present: present2 }) {
  const subject = `The condition ${operatorText} on ${key}`;
  const places = [place];
  if (present2 && absent)
    return {
      issueCode: "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
      details: `${subject} is always true, because * matches every value. Remove the key.`,
      places
    };
  if (present2)
    return {
      issueCode: "EQUIVALENT_TO_NULL_FALSE",
      details: `${subject} only asks whether the key is there. Write "Null": {"${key}": "false"}.`,
      places
    };
  if (absent)
    return {
      issueCode: "EQUIVALENT_TO_NULL_TRUE",
      details: `${subject} only asks whether the key is missing. Write "Null": {"${key}": "true"}.`,
      places
    };
  return {
    issueCode: "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
    details: `${subject} is never true, so the statement never applies. Remove the key.`,
    places
  };
}

// src/lint/rules/meaning/curated-keys.ts
var sensitiveKeys = /* @__PURE__ */ new Set([
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "aws:vpceorgid"
]);
var sourceKeys = [
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths"
];
var callerWrittenKeys = /* @__PURE__ */ new Set(["aws:referer", "aws:useragent"]);
var sourceSubstitutes = /* @__PURE__ */ new Set(["aws:referer"]);
var principalKeys = /* @__PURE__ */ new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths"
]);
function isPrincipalKey(key) {
  const lower = key.toLowerCase();
  return principalKeys.has(lower) || lower.startsWith("aws:principaltag/");
}
var keysIrrelevantToS3Policies = /* @__PURE__ */ new Set(["s3:resourceaccount"]);
var kmsKeyArnKeys = /* @__PURE__ */ new Set([
  "s3:x-amz-server-side-encryption-aws-kms-key-id"
]);
var keysSetByAction = [
  { key: "sts:SourceIdentity", action: "sts:SetSourceIdentity" },
  { key: "sts:TransitiveTagKeys", action: "sts:TagSession" }
];
var builtInProviders = /* @__PURE__ */ new Set([
  "accounts.google.com",
  "cognito-identity.amazonaws.com",
  "graph.facebook.com",
  "www.amazon.com"
]);

// src/lint/rules/meaning/companion-keys.ts
var companionKeyRule = ruleOfStatements((statement) => [
  ...unpairedVpcAddress(statement),
  ...unpairedSourceArn(statement),
  ...attributesWithoutSelect(statement),
  ...keysWithoutAction(statement)
]);
var vpcKeys = ["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"];
function unpairedVpcAddress(statement) {
  if (vpcKeys.some((key) => testsOf(statement, key).length > 0)) return [];
  return testsOf(statement, "aws:VpcSourceIp").map(
    (condition) => unpaired(condition, "aws:SourceVpc or aws:SourceVpce")
  );
}
function unpairedSourceArn(statement) {
  const others = sourceKeys.filter((key) => key !== "aws:sourcearn");
  if (statement.effect !== "Allow") return [];
  if (others.some((key) => testsOf(statement, key).length > 0)) return [];
  return testsOf(statement, "aws:SourceArn").filter(
    ({ operator, values }) => operator?.negated === false && values.some(({ value }) => isWithoutAccount(value))
  ).map((condition) => unpaired(condition, "aws:SourceAccount"));
}
function isWithoutAccount(arn) {
  const fields = arn.length > 2048 ? [] : arn.split(":");
  return fields.length >= 6 && fields[4] === "";
}
function unpaired({ key, keyPlace }, companions) {
  return {
    issueCode: "MISSING_PAIRED_CONDITION_KEYS",
    details: `${key} alone allows too much. Add ${companions} to the same Condition.`,
    places: [keyPlace]
  };
}
var readActions = [
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:TransactGetItems"
];
function attributesWithoutSelect(statement) {
  const attributes = testsOf(statement, "dynamodb:Attributes");
  if (statement.effect !== "Allow" || attributes.length === 0) return [];
  if (selectsAttributes(statement)) return [];
  if (!readActions.some((action) => appliesToAction(statement, action))) return [];
  return attributes.map(({ keyPlace }) => ({
    issueCode: "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT",
    details: "A read that names no attributes returns them all. Also require dynamodb:Select to be SPECIFIC_ATTRIBUTES.",
    places: [keyPlace]
  }));
}
function selectsAttributes({ conditions: conditions2 }) {
  return conditions2.some(
    (condition) => isAbout(condition, "dynamodb:Select") && condition.operator?.comparison === "StringEquals" && !condition.operator.negated && condition.values.length > 0 && condition.values.every(({ value }) => value === "SPECIFIC_ATTRIBUTES")
  );
}
function keysWithoutAction(statement) {
  const action = statement.elements.get("Action");
  if (statement.effect !== "Allow" || action === void 0) return [];
  return keysSetByAction.filter((pair) => isRestrictedBy(statement, pair.key)).filter(() => appliesToAction(statement, "sts:AssumeRole")).filter((pair) => !appliesToAction(statement, pair.action)).map((pair) => ({
    issueCode: "MISSING_ACTION_FOR_CONDITION_KEY",
    details: `${pair.key} can only be set with ${pair.action}. Add it to Action.`,
    places: [action.place, ...testsOf(statement, pair.key).map(({ keyPlace }) => keyPlace)]
  }));
}

// src/lint/rules/meaning/identifier-values.ts
var identifierValueRule = ruleOfStatements(
  ({ conditions: conditions2 }) => conditions2.flatMap((condition) => {
    const expected = expectedOf(condition.key.toLowerCase());
    if (expected === void 0 || !comparesText(condition)) return [];
    return condition.values.filter((value) => isFixed2(value, condition) && !expected.fits(value.value)).map(
      ({ place }) => ({
        issueCode: expected.issueCode,
        details: `${condition.key} takes ${expected.form}.`,
        places: [place]
      })
    );
  })
);
var vpc = {
  issueCode: "INVALID_VPC_FORMAT",
  form: '"vpc-" followed by 8 or 17 letters or digits',
  fits: (value) => /^vpc-(?:[0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})$/.test(value)
};
var vpce = {
  issueCode: "INVALID_VPCE_FORMAT",
  form: '"vpce-" followed by 8 or 17 letters or digits',
  fits: (value) => /^vpce-(?:[0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})$/.test(value)
};
var kmsKey = {
  issueCode: "INVALID_KMS_KEY_VALUE",
  form: "the ARN of a KMS key: arn:aws:kms:region:account:key/key-id",
  fits: isKmsKeyArn
};
function expectedOf(key) {
  if (key === "aws:sourcevpc") return vpc;
  if (key === "aws:sourcevpce") return vpce;
  return kmsKeyArnKeys.has(key) ? kmsKey : void 0;
}
var texts = /* @__PURE__ */ new Set([
  "StringEquals",
  "StringEqualsIgnoreCase",
  "StringLike",
  "ArnEquals",
  "ArnLike"
]);
function comparesText({ operator }) {
  return operator !== void 0 && texts.has(operator.comparison);
}
function isFixed2({ value, kind }, { operator }) {
  if (kind !== "string" || value.includes("${")) return false;
  const matchesPatterns = operator?.comparison !== "StringEquals" && operator?.comparison !== "StringEqualsIgnoreCase";
  return !(matchesPatterns && hasWildcard2(value));
}
function isKmsKeyArn(value) {
  const [arn, partition = "", service, region2, account2 = "", resource = "", ...rest] = value.length > 2048 ? [] : value.split(":");
  return arn === "arn" && findPartition(partition) !== void 0 && service === "kms" && region2 !== "" && /^\d{12}$/.test(account2) && /^key\/[^/]+$/.test(resource) && rest.length === 0;
}

// src/lint/rules/meaning/trust-actions.ts
var trustActionRule = ruleOfStatements((statement, document) => {
  if (!mayBeTrustPolicy(document) || statement.effect !== "Allow") return [];
  return [...mismatchedActions(statement), ...rolesAnywhere(statement)];
});
function mayBeTrustPolicy({ policyType, resourceType }) {
  return policyType === "RESOURCE_POLICY" && (resourceType === void 0 || resourceType === trustPolicyType);
}
function mismatchedActions(statement) {
  const actions2 = statement.actions.filter(({ negated }) => !negated);
  const principals = statement.principals.filter(({ negated }) => !negated);
  const named = /* @__PURE__ */ new Map();
  for (const action of actions2) {
    const name = action.value.toLowerCase();
    if (fits3.has(name) && !named.has(name)) named.set(name, action);
  }
  const coversMore = actions2.some(({ value }) => hasWildcard2(value));
  const strays = coversMore ? [] : principals.filter((one2) => ![...named.keys()].some((name) => fits3.get(name)?.(one2)));
  return [...named].flatMap(([name, action]) => {
    const isCallable = principals.length === 0 || principals.some((one2) => fits3.get(name)?.(one2));
    const culprits = isCallable ? strays : principals;
    return culprits.length === 0 ? [] : [mismatch(action, culprits)];
  });
}
function mismatch(action, principals) {
  return {
    issueCode: "MISMATCHED_ACTION_FOR_PRINCIPAL",
    details: `${action.value} cannot be called by ${principals.map(({ value }) => value).join(", ")}. SAML providers call sts:AssumeRoleWithSAML, OIDC providers sts:AssumeRoleWithWebIdentity, others sts:AssumeRole.`,
    places: [action.place, ...principals.map(({ place }) => place)]
  };
}
var fits3 = /* @__PURE__ */ new Map([
  ["sts:assumerole", ({ kind }) => kind !== "Federated"],
  ["sts:assumerolewithsaml", (one2) => isEveryone(one2) || isSamlProvider(one2)],
  ["sts:assumerolewithwebidentity", (one2) => isEveryone(one2) || isOidcProvider(one2)]
]);
function isEveryone({ value }) {
  return value === "*";
}
function isSamlProvider({ kind, value }) {
  return kind === "Federated" && value.includes(":saml-provider/");
}
function isOidcProvider({ kind, value }) {
  if (kind !== "Federated") return false;
  return value.startsWith("arn:") ? value.includes(":oidc-provider/") : value.includes(".");
}
var rolesAnywhereActions = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];
function rolesAnywhere(statement) {
  const [principal2] = principalsOfKind(statement, "Service").filter(
    ({ value }) => value === "rolesanywhere.amazonaws.com"
  );
  const action = statement.elements.get("Action");
  if (principal2 === void 0 || action === void 0) return [];
  const missing2 = rolesAnywhereActions.filter((name) => !appliesToAction(statement, name));
  if (missing2.length === 0) return [];
  return [
    {
      issueCode: "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY",
      details: `IAM Roles Anywhere also needs ${missing2.join(" and ")} to assume a role.`,
      places: [action.place]
    }
  ];
}

// src/lint/rules/meaning/oidc-trust.ts
var oidcTrustRule = ruleOfStatements((statement, document) => {
  if (!mayBeTrustPolicy(document) || statement.effect !== "Allow") return [];
  const providers2 = statement.principals.filter(
    (principal2) => !principal2.negated && isOidcProvider(principal2)
  );
  if (providers2.length === 0) return [];
  const keys = new Set(statement.conditions.map(({ key }) => key.toLowerCase()));
  const prefixes = new Set([...keys].map((key) => key.slice(0, key.indexOf(":"))));
  return [
    ...providers2.flatMap((provider) => missingKeys(provider, keys, prefixes)),
    ...statement.conditions.flatMap(audienceFindings),
    ...branchFindings(statement)
  ];
});
var githubDomain = "token.actions.githubusercontent.com";
function missingKeys(provider, keys, prefixes) {
  const name = providerName(provider);
  const findings = [];
  if (!prefixes.has(name))
    findings.push({
      issueCode: "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
      details: `Every user of ${name} may assume the role. Add conditions on keys that begin with ${name}:.`,
      places: [provider.place]
    });
  if (isGithub(name) && !keys.has(`${name}:sub`))
    findings.push({
      issueCode: "MISSING_GITHUB_REPO_CONDITION_KEY",
      details: `Workflows of any repository may assume the role. Add a condition on ${name}:sub.`,
      places: [provider.place]
    });
  return findings;
}
function providerName({ value }) {
  const at = value.indexOf(":oidc-provider/");
  return (at === -1 ? value : value.slice(at + ":oidc-provider/".length)).toLowerCase();
}
function isGithub(name) {
  return name === githubDomain || name.startsWith(`${githubDomain}/`);
}
function audienceFindings({ key, keyPlace, operator }) {
  const lower = key.toLowerCase();
  if (!lower.endsWith(":aud") || !lower.includes(".")) return [];
  if (operator?.qualifier === "ForAnyValue")
    return [
      {
        issueCode: "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
        details: `${key} has a single value; ForAnyValue does not belong there. Remove it.`,
        places: [keyPlace]
      }
    ];
  if (builtInProviders.has(lower.slice(0, -":aud".length))) return [];
  return [
    {
      issueCode: "CONFIRM_AUDIENCE_CLAIM_TYPE",
      details: `${key} names who the token is meant for. Check that it has a single value; if so, use no qualifier.`,
      places: [keyPlace]
    }
  ];
}
function branchFindings({ conditions: conditions2 }) {
  const namesRef = conditions2.some(
    ({ key, values, operator }) => isGithubClaim(key, "ref") && operator !== void 0 && !operator.negated && values.length > 0 && !values.some(({ value }) => hasWildcard2(value))
  );
  return conditions2.filter(({ key, operator }) => isGithubClaim(key, "sub") && operator?.comparison !== "Null").flatMap(
    ({ key, values }) => values.filter(({ value }) => !isSpecific(value, namesRef)).map(({ place }) => ({
      issueCode: "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
      details: `Name the repository and the branch in ${key}, or the branch in a condition on the ref claim.`,
      places: [place]
    }))
  );
}
function isGithubClaim(key, claim) {
  const lower = key.toLowerCase();
  return lower.startsWith(githubDomain) && lower.endsWith(`:${claim}`);
}
function isSpecific(subject, namesRef) {
  const [, repository = "", rest = ""] = /^repo:([^:]*):?(.*)$/s.exec(subject) ?? [];
  if (hasWildcard2(repository) || !repository.includes("/")) return false;
  return namesRef || /(?:^|:)ref:refs\//.test(rest) && !hasWildcard2(rest);
}

// src/lint/rules/meaning/permissive-values.ts
var permissiveValueRule = ruleOfStatements(
  ({ conditions: conditions2 }, document) => conditions2.flatMap((condition) => {
    const demand = demandOf(condition, document);
    if (demand === void 0) return [];
    return condition.values.flatMap((value) => findingsOf(value, { condition, demand, document }));
  })
);
var sensitive = {
  isTooOpen: (parts, at) => {
    const part = parts[at];
    return !(part?.kind === "variable" && sensitiveKeys.has(part.key));
  },
  advice: "Name fixed values."
};
var userId = {
  isTooOpen: (parts, at, colonAt) => at < colonAt && !isWholeLeftSide(parts, at),
  advice: "Use it right of the colon, or as all that stands left of it."
};
var spelledOut = {
  isTooOpen: (parts, at) => {
    const before = parts[at - 1];
    return before?.kind !== "text" || before.text.length < leastLead;
  },
  advice: "Write at least six characters before it."
};
var leastLead = 6;
function demandOf(condition, document) {
  if (!comparesStrings(condition)) return void 0;
  const key = condition.key.toLowerCase();
  if (sensitiveKeys.has(key)) return sensitive;
  if (key === "aws:userid") return userId;
  const isSubject = document.policyType === "RESOURCE_POLICY" && isProviderSubject(key);
  return isSubject && !condition.operator?.negated ? spelledOut : void 0;
}
function isProviderSubject(key) {
  return key.endsWith(":sub") && key.includes(".");
}
function findingsOf(value, use) {
  const { condition, demand, document } = use;
  const parts = patternParts(value.value, { variables: document.hasVariables });
  const firstColon = parts.findIndex((part) => part.kind === "text" && part.text.includes(":"));
  const colonAt = firstColon === -1 ? parts.length : firstColon;
  const open = parts.filter(
    (part, at) => part.kind !== "text" && demand.isTooOpen(parts, at, colonAt)
  );
  const findings = [];
  const takesPatterns = condition.operator?.comparison === "StringLike";
  if (takesPatterns && open.some(({ kind }) => kind !== "variable"))
    findings.push({
      issueCode: "WILDCARD_USAGE_TOO_PERMISSIVE",
      details: `A wildcard in a value of ${condition.key} matches too much. ${demand.advice}`,
      places: [value.place]
    });
  if (open.some(({ kind }) => kind === "variable"))
    findings.push({
      issueCode: "VARIABLE_USAGE_TOO_PERMISSIVE",
      details: `A variable in a value of ${condition.key} may stand for anything. ${demand.advice}`,
      places: [value.place]
    });
  return findings;
}
function isWholeLeftSide(parts, at) {
  const next = parts[at + 1];
  return at === 0 && next?.kind === "text" && next.text.startsWith(":");
}

// src/lint/rules/meaning/resource-control-policies.ts
var resourceControlRule = ruleOfStatements((statement, { policyType }) => {
  if (policyType !== "RESOURCE_CONTROL_POLICY" || statement.effect !== "Deny") return [];
  const sparesServices = requiresService(statement, "false");
  const sparesPeople = requiresService(statement, "true");
  const checksPresence = ["aws:SourceAccount", "aws:SourceArn"].some(
    (key) => statement.conditions.some((condition) => isPresenceCheck(condition, key))
  );
  return statement.conditions.flatMap((condition) => {
    if (condition.operator?.comparison === "Null") return [];
    if (isPrincipalKey(condition.key)) return sparesServices ? [] : [principalFinding(condition)];
    if (!sourceKeys.includes(condition.key.toLowerCase())) return [];
    return [
      ...sparesPeople ? [] : [serviceFinding(condition)],
      ...checksPresence ? [] : [presenceFinding(condition)]
    ];
  });
});
function requiresService({ conditions: conditions2 }, answer2) {
  return conditions2.some(
    (condition) => condition.operator?.comparison === "Bool" && isAbout(condition, "aws:PrincipalIsAWSService") && condition.values.length > 0 && condition.values.every(({ value }) => value.toLowerCase() === answer2)
  );
}
function isPresenceCheck(condition, key) {
  return condition.operator?.comparison === "Null" && isAbout(condition, key) && condition.values.some(({ value }) => value.toLowerCase() === "false");
}
function principalFinding({ key, keyPlace }) {
  return {
    issueCode: "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
    details: `Service principals do not have ${key} and are denied too. Add "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}.`,
    places: [keyPlace]
  };
}
function serviceFinding({ key, keyPlace }) {
  return {
    issueCode: "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
    details: `Only service principals have ${key}; users and roles are denied too. Add "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}.`,
    places: [keyPlace]
  };
}
function presenceFinding({ key, keyPlace }) {
  return {
    issueCode: "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK",
    details: `Some services act without ${key} and are denied too. Add "Null": {"aws:SourceAccount": "false"} or "Null": {"aws:SourceArn": "false"}.`,
    places: [keyPlace]
  };
}

// src/lint/rules/meaning/role-grants.ts
var roleGrantRule = ruleOfStatements((statement, { policyType }) => {
  if (policyType !== "IDENTITY_POLICY" || statement.effect !== "Allow") return [];
  return grants.flatMap((grant2) => findingsOf2(statement, grant2));
});
var grants = [
  {
    code: "CREATE_SLR",
    action: "iam:CreateServiceLinkedRole",
    anyResource: "role/aws-service-role/*",
    isBounded: namesServices,
    harm: "This lets service-linked roles be created for any service. Name the resource ARNs."
  },
  {
    code: "PASS_ROLE",
    action: "iam:PassRole",
    anyResource: "role/*",
    isBounded: (statement) => isRequired(statement, "iam:PassedToService") || isForLambdaIfAny(statement) || isRequired(statement, "iam:AssociatedResourceArn"),
    harm: "This lets any role be passed. Name the roles, or add the key iam:PassedToService."
  }
];
function namesServices(statement) {
  return testsOf(statement, "iam:AWSServiceName").some(
    (condition) => needsKey(condition) && !condition.values.some(({ value }) => hasWildcard2(value))
  );
}
function isRequired(statement, key) {
  return testsOf(statement, key).some(needsKey);
}
function isForLambdaIfAny(statement) {
  return testsOf(statement, "iam:PassedToService").some(
    ({ operator, values }) => operator?.ifExists === true && !operator.negated && values.length > 0 && values.every(({ value }) => value === "lambda.amazonaws.com")
  );
}
function needsKey({ operator }) {
  return operator !== void 0 && !operator.negated && !operator.ifExists && operator.qualifier !== "ForAllValues";
}
function findingsOf2(statement, grant2) {
  const actions2 = openActions(statement, grant2.action);
  const resource = actions2.length > 0 ? openResource(statement, grant2) : void 0;
  if (resource === void 0 || grant2.isBounded(statement)) return [];
  return actions2.map((action) => ({
    issueCode: `${grant2.code}_WITH_${suffixOf(action.form, resource.negated)}`,
    details: `${subjectOf2(action.form, grant2.action)} goes with ${resource.negated ? "NotResource" : "a wildcard in Resource"}. ${grant2.harm}`,
    places: [...action.places, ...resource.places]
  }));
}
function openActions(statement, action) {
  const notAction = statement.elements.get("NotAction");
  if (!statement.elements.has("Action"))
    return notAction !== void 0 && !statement.actions.some((one2) => coversAction2(one2, action)) ? [{ form: "negated", places: [notAction.place] }] : [];
  const covering = patternsOfAction(statement, action);
  const named = covering.filter(({ value }) => !hasWildcard2(value));
  const wild = covering.filter(({ value }) => hasWildcard2(value));
  return [
    { form: "named", places: named.map(({ place }) => place) },
    { form: "wildcard", places: wild.map(({ place }) => place) }
  ].filter(({ places }) => places.length > 0);
}
function openResource(statement, grant2) {
  const open = statement.resources.filter((resource) => coversAny(resource, grant2.anyResource));
  if (statement.elements.has("Resource")) {
    const places = open.filter(({ negated }) => !negated).map(({ place }) => place);
    return places.length > 0 ? { negated: false, places } : void 0;
  }
  const notResource = statement.elements.get("NotResource");
  if (notResource === void 0 || open.length > 0) return void 0;
  return { negated: true, places: [notResource.place] };
}
var anyAccount = "123456789012";
var longestVariable = 64;
function coversAny({ value }, anyResource) {
  const arn = `arn:aws-us-gov:iam::${anyAccount}:${anyResource}`;
  const pattern = hasWildcard2(value) ? shortForm(value, arn.length + longestVariable) : void 0;
  if (pattern === void 0) return false;
  const fields = pattern.replace(/\$\{[^{}]*\}/g, "variable").split(":");
  const [prefix, partition, service, region2, , ...resource] = fields;
  if (prefix !== "arn" || partition === void 0 || service === void 0 || resource.length === 0)
    return patternCovers(pattern, `arn:aws:iam::${anyAccount}:${anyResource}`);
  return patternCovers(service, "iam") && patternCovers(region2 ?? "", "") && patternCovers(resource.join(":"), anyResource);
}
function suffixOf(form2, notResource) {
  const resource = notResource ? "NOT_RESOURCE" : "STAR_IN_RESOURCE";
  switch (form2) {
    case "named":
      return resource;
    case "wildcard":
      return notResource ? "STAR_IN_ACTION_AND_NOT_RESOURCE" : "STAR_IN_ACTION_AND_RESOURCE";
    case "negated":
      return notResource ? "NOT_ACTION_AND_NOT_RESOURCE" : "STAR_IN_RESOURCE_AND_NOT_ACTION";
    default:
      return form2;
  }
}
function subjectOf2(form2, action) {
  switch (form2) {
    case "named":
      return action;
    case "wildcard":
      return `A wildcard that covers ${action}`;
    case "negated":
      return `NotAction, which leaves ${action} in,`;
    default:
      return form2;
  }
}

// src/lint/rules/meaning/service-principals.ts
var servicePrincipalRule = ruleOfStatements((statement, document) => {
  if (!isS3Policy(document)) return [];
  return [...irrelevantKeys(statement), ...servicePrincipalFindings(statement)];
});
function isS3Policy({ policyType, resourceType }) {
  return policyType === "RESOURCE_POLICY" && resourceType?.startsWith("AWS::S3") === true;
}
function irrelevantKeys({ conditions: conditions2 }) {
  return conditions2.filter(({ key }) => keysIrrelevantToS3Policies.has(key.toLowerCase())).map(({ key, keyPlace }) => ({
    issueCode: "IRRELEVANT_CONDITION_KEY_IN_POLICY",
    details: `${key} says nothing in the policy of the resource itself. Use it in identity policies.`,
    places: [keyPlace]
  }));
}
function servicePrincipalFindings(statement) {
  const services2 = principalsOfKind(statement, "Service");
  if (statement.effect !== "Allow" || services2.length === 0) return [];
  const unsupported2 = unsupportedKeys(statement, services2);
  const keys = statement.conditions.map(({ key }) => key.toLowerCase());
  if (keys.some((key) => sourceKeys.includes(key))) return unsupported2;
  const substitutes = statement.conditions.filter(
    ({ key }) => sourceSubstitutes.has(key.toLowerCase())
  );
  if (substitutes.length === 0) return [...unsupported2, unrestricted(services2)];
  return [
    ...unsupported2,
    ...substitutes.map(({ key, keyPlace }) => ({
      issueCode: "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
      details: `${recommended} restrict a service principal better than ${key}.`,
      places: [keyPlace]
    }))
  ];
}
var recommended = "aws:SourceArn, aws:SourceAccount, aws:SourceOrgID and aws:SourceOrgPaths";
function unrestricted(services2) {
  return {
    issueCode: "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
    details: `The service may act here on behalf of any account. ${recommended} say for whom it may act.`,
    places: services2.map(({ place }) => place)
  };
}
function unsupportedKeys(statement, services2) {
  if (services2.length < statement.principals.length) return [];
  const found2 = statement.conditions.filter(
    ({ key, operator }) => isPrincipalKey(key) && operator !== void 0 && !operator.ifExists && !operator.negated && operator.comparison !== "Null"
  );
  if (found2.length === 0) return [];
  const keys = [...new Set(found2.map(({ key }) => key))].join(", ");
  return [
    {
      issueCode: "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
      details: `Requests of a service principal do not carry ${keys}.`,
      places: found2.map(({ keyPlace }) => keyPlace)
    }
  ];
}

// src/lint/rules/structure/ip-range.ts
function parseIpRange(text2) {
  const slash2 = text2.indexOf("/");
  const address = parseAddress2(slash2 < 0 ? text2 : text2.slice(0, slash2));
  if (address === void 0) return void 0;
  if (slash2 < 0) return { ...address, prefix: address.bits };
  const digits = text2.slice(slash2 + 1);
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > address.bits) return void 0;
  return { ...address, prefix: Number(digits) };
}
function withoutHostBits(range) {
  const hostBits = BigInt(range.bits - range.prefix);
  const network = range.address >> hostBits << hostBits;
  return network === range.address ? void 0 : `${formatAddress2(network, range.bits)}/${range.prefix}`;
}
function parseAddress2(text2) {
  return text2.includes(":") ? parseIpv62(text2) : parseIpv42(text2);
}
function parseIpv42(text2) {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text2)) return void 0;
  const bytes = text2.split(".").map(Number);
  if (bytes.some((byte) => byte > 255)) return void 0;
  return { address: numberOf2(bytes, 8n), bits: 32 };
}
function parseIpv62(text2) {
  const whole = expandIpv4Tail(text2);
  if (whole === void 0) return void 0;
  const halves2 = whole.split("::");
  if (halves2.length > 2) return void 0;
  const [head, tail] = halves2.map((half) => half === "" ? [] : half.split(":"));
  if (head === void 0) return void 0;
  const missing2 = 8 - head.length - (tail?.length ?? 0);
  if (tail === void 0 ? missing2 !== 0 : missing2 < 1) return void 0;
  const groups = [...head, ...Array.from({ length: missing2 }, () => "0"), ...tail ?? []];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return void 0;
  return {
    address: numberOf2(
      groups.map((group) => Number.parseInt(group, 16)),
      16n
    ),
    bits: 128
  };
}
function expandIpv4Tail(text2) {
  if (text2.length > 45) return void 0;
  if (!text2.includes(".")) return text2;
  const colon2 = text2.lastIndexOf(":");
  const tail = parseIpv42(text2.slice(colon2 + 1));
  if (tail === void 0) return void 0;
  const high = (tail.address >> 16n).toString(16);
  const low = (tail.address & 0xffffn).toString(16);
  return `${text2.slice(0, colon2 + 1)}${high}:${low}`;
}
function numberOf2(parts, width) {
  return parts.reduce((sum, part) => sum << width | BigInt(part), 0n);
}
function formatAddress2(address, bits) {
  if (bits === 32) return partsOf(address, 4, 8n).join(".");
  const groups = partsOf(address, 8, 16n).map((part) => part.toString(16));
  const lastUsed = groups.findLastIndex((group) => group !== "0");
  return lastUsed > 5 ? groups.join(":") : `${groups.slice(0, lastUsed + 1).join(":")}::`;
}
function partsOf(address, count, width) {
  const mask = (1n << width) - 1n;
  return Array.from(
    { length: count },
    (_, index) => Number(address >> BigInt(count - 1 - index) * width & mask)
  );
}

// src/lint/rules/meaning/private-ranges.ts
var privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].flatMap(
  (text2) => parseIpRange(text2) ?? []
);
function isPrivateRange(range) {
  return privateRanges.some((outer) => {
    const hostBits = BigInt(outer.bits - outer.prefix);
    return outer.bits === range.bits && outer.prefix <= range.prefix && outer.address >> hostBits === range.address >> hostBits;
  });
}

// src/lint/rules/meaning/source-ip.ts
var sourceIpRule = ruleOfStatements(
  ({ conditions: conditions2 }) => conditions2.filter(
    (condition) => condition.operator?.comparison === "IpAddress" && isAbout(condition, "aws:SourceIp")
  ).flatMap(findingsOf3)
);
function findingsOf3({ operator, values, place }) {
  const ranges = values.flatMap(({ value }) => parseIpRange(value) ?? []);
  const privates = ranges.filter(isPrivateRange).length;
  if (privates === 0 || ranges.length < values.length) return [];
  const form2 = operator?.negated ? "PRIVATE_NOT_IP_ADDRESS" : "PRIVATE_IP_ADDRESS";
  if (privates === ranges.length)
    return [
      {
        issueCode: form2,
        details: `aws:SourceIp is always a public address, so private ranges alone ${operator?.negated ? "always" : "never"} match. Name public ranges.`,
        places: [place]
      }
    ];
  return [
    {
      issueCode: `${form2}_SUBSET`,
      details: "aws:SourceIp is always a public address, so the private ranges have no effect. For private ranges use aws:VpcSourceIp.",
      places: [place]
    }
  ];
}

// src/lint/rules/meaning/weak-conditions.ts
var weakConditionRule = ruleOfStatements((statement, document) => [
  ...notPrincipal(statement, document),
  ...callerWritten(statement),
  ...excludedPrefixes(statement)
]);
function notPrincipal({ effect, elements }, { policyType, resourceType }) {
  const element = elements.get("NotPrincipal");
  if (policyType !== "RESOURCE_POLICY" || resourceType === trustPolicyType) return [];
  if (effect !== "Allow" || element === void 0) return [];
  return [
    {
      issueCode: "ALLOW_WITH_NOT_PRINCIPAL",
      details: "Allow with NotPrincipal lets in everyone else, anonymous callers included. Use Principal.",
      places: [element.place]
    }
  ];
}
function callerWritten({ conditions: conditions2 }) {
  return conditions2.filter(
    ({ key, operator }) => callerWrittenKeys.has(key.toLowerCase()) && operator?.comparison !== "Null"
  ).map(({ key, keyPlace }) => ({
    issueCode: "UNTRUSTWORTHY_CONDITION_KEY",
    details: `The caller writes the value of ${key}. Do not decide access by it.`,
    places: [keyPlace]
  }));
}
function excludedPrefixes(statement) {
  if (statement.effect === void 0) return [];
  const excludes = statement.effect === "Allow";
  return testsOf(statement, "s3:prefix").filter((condition) => comparesStrings(condition) && condition.operator?.negated === excludes).map(({ keyPlace }) => ({
    issueCode: "S3_PREFIX_IN_NEGATIVE_CONTEXT",
    details: "A listing with a shorter s3:prefix shows the same objects and gets past this. Allow with StringLike, or Deny with StringNotLike.",
    places: [keyPlace]
  }));
}

// src/lint/rules/meaning/index.ts
var meaningRules = [
  trustActionRule,
  roleGrantRule,
  sourceIpRule,
  identifierValueRule,
  permissiveValueRule,
  anyValueRule,
  oidcTrustRule,
  servicePrincipalRule,
  companionKeyRule,
  weakConditionRule,
  resourceControlRule
];

// src/actions/glob.ts
function glob(pattern) {
  const lower = pattern.toLowerCase().replace(/\*+/g, "*");
  const needed = lower.replaceAll("*", "").length;
  const literal2 = lower.split(/[*?]/).reduce((longest, run) => run.length > longest.length ? run : longest, "");
  return { literal: literal2, matches: (text2) => text2.length >= needed && matchesFrom(lower, text2) };
}

// src/actions/match-actions.ts
function matchActions(pattern, data) {
  const { prefix, name } = splitAction(pattern);
  return matchServices(prefix, data).flatMap(
    (service) => actionsLike(name, service).map((action) => ({ service, action }))
  );
}
function matchesSomeAction(pattern, data) {
  const { prefix, name } = splitAction(pattern);
  return matchServices(prefix, data).some(
    (service) => service.retired || hasActionLike(name, service)
  );
}
function matchServices(prefix, data) {
  if (!/[*?]/.test(prefix)) {
    const service = data.service(prefix);
    return service === void 0 ? [] : [service];
  }
  const { matches } = glob(prefix);
  return data.services.flatMap((known2) => {
    const service = matches(known2) ? data.service(known2) : void 0;
    return service === void 0 ? [] : [service];
  });
}
function splitAction(pattern) {
  const colon2 = pattern.indexOf(":");
  if (colon2 < 0) return { prefix: pattern, name: "*" };
  return { prefix: pattern.slice(0, colon2), name: pattern.slice(colon2 + 1) };
}
var lowerNames = /* @__PURE__ */ new WeakMap();
function namesOf3(service) {
  const known2 = lowerNames.get(service);
  if (known2 !== void 0) return known2;
  const names = service.actions.map(({ name }) => name.toLowerCase());
  const made = { names, joined: names.join("\n") };
  lowerNames.set(service, made);
  return made;
}
function hasActionLike(name, service) {
  if (/^\*+$/.test(name)) return service.actions.length > 0;
  if (!/[*?]/.test(name)) return service.action(name) !== void 0;
  const { names, joined } = namesOf3(service);
  const { literal: literal2, matches } = glob(name);
  return joined.includes(literal2) && names.some(matches);
}
function actionsLike(name, service) {
  if (/^\*+$/.test(name)) return service.actions;
  if (!/[*?]/.test(name)) {
    const action = service.action(name);
    return action === void 0 ? [] : [action];
  }
  const { names, joined } = namesOf3(service);
  const { literal: literal2, matches } = glob(name);
  if (!joined.includes(literal2)) return [];
  return service.actions.filter((_, index) => matches(names[index] ?? ""));
}

// src/actions/nearest-name.ts
function nearestName(name, candidates) {
  const wanted = name.toLowerCase();
  if (wanted.length > 64) return void 0;
  let limit = Math.min(3, Math.floor(wanted.length / 3));
  let nearest;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit || nearest !== void 0 && distance === limit) continue;
    nearest = candidate;
    limit = distance;
    if (distance === 0) break;
  }
  return nearest;
}
function editDistance(from, to, limit) {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return least;
    row = next;
  }
  return row[to.length] ?? limit + 1;
}

// src/lint/rules/structure/each-statement.ts
function eachStatement(check) {
  return (document) => document.statements.flatMap((statement) => check(statement, document));
}
function eachCondition(check) {
  return eachStatement(
    (statement, document) => statement.conditions.flatMap((condition) => check(condition, document))
  );
}
function found(issueCode, details, ...places) {
  return { issueCode, details, places };
}
function foundAll(issueCode, details, items) {
  return { issueCode, details, places: items.map(({ place }) => place) };
}

// src/lint/rules/services/observed-names.ts
var unlistedActions = /* @__PURE__ */ new Set([
  "route53-recovery-control-config:describeroutingcontrolbyname"
]);
var unlistedGlobalKeys = /* @__PURE__ */ new Set(["aws:principalorgmasteraccountid"]);
var goneServices = /* @__PURE__ */ new Set(["elastic-inference"]);
var keysOfUnsureCount = /* @__PURE__ */ new Set([
  "codestar-connections:provideraction"
]);

// src/lint/rules/services/action-names.ts
var mostSuggestions = 50;
var actionNameRule = (document, data) => {
  const known2 = /* @__PURE__ */ new Map();
  let suggestions = 0;
  return document.statements.flatMap(
    ({ actions: actions2 }) => actions2.flatMap((action) => {
      const { value } = action;
      if (isPassedOver(value)) return [];
      const exists = known2.get(value) ?? (value.includes(":") && matchesSomeAction(value, data));
      known2.set(value, exists);
      if (exists) return [];
      return [faultOf(action, data, suggestions++ < mostSuggestions)];
    })
  );
};
function isPassedOver(action) {
  if (/^\*+$/.test(action) || action.includes("${")) return true;
  return unlistedActions.has(action.toLowerCase());
}
function faultOf({ value, place }, data, suggest) {
  const { prefix, name } = splitAction(value);
  if (!value.includes(":"))
    return found(
      "INVALID_ACTION",
      `"${value}" lacks the prefix of a service, as in s3:Get*.`,
      place
    );
  const services2 = matchServices(prefix, data);
  const wild = /[*?]/.test(value);
  if (services2.length === 0) {
    const nearest2 = suggest && !wild ? nearestName(prefix, data.services) : void 0;
    return found(
      "INVALID_SERVICE_IN_ACTION",
      `The service of ${value} does not exist.${nearest2 ? ` Perhaps ${nearest2} is meant.` : ""}`,
      place
    );
  }
  const names = suggest && !wild ? services2[0]?.actions ?? [] : [];
  const nearest = nearestName(
    name,
    names.map((action) => action.name)
  );
  const hint = nearest === void 0 ? "" : ` Perhaps ${prefix}:${nearest} is meant.`;
  const details = wild ? `No action matches ${value}.` : `The action ${value} does not exist.`;
  return found("INVALID_ACTION", details + hint, place);
}

// src/lint/rules/services/find-condition-key.ts
function findConditionKey(name, data) {
  const colon2 = name.indexOf(":");
  const prefix = name.slice(0, Math.max(colon2, 0)).toLowerCase();
  const isUnlisted = unlistedGlobalKeys.has(name.toLowerCase());
  if (colon2 < 0 || isUnlisted || isProvider(prefix)) return { kind: "not-looked-up" };
  const global = data.globalKey(name);
  if (global !== void 0) return { kind: "known", key: global, isSure: true };
  const { foreign } = indexOf(data);
  const service = data.service(prefix);
  if (service?.retired) return { kind: "not-looked-up" };
  const own = service?.conditionKey(name);
  const others = foreign.get(prefix)?.find(name);
  const key = own ?? others;
  if (key !== void 0) return { kind: "known", key, isSure: isSure(own, others) };
  if (prefix === "aws") return { kind: "unknown-key", service: "aws" };
  if (service === void 0 && !foreign.has(prefix))
    return { kind: "unknown-service", service: prefix };
  return { kind: "unknown-key", service: prefix };
}
function isProvider(prefix) {
  return /[./]/.test(prefix) || prefix === "saml";
}
function isSure(one2, other) {
  const key = one2 ?? other;
  if (key !== void 0 && keysOfUnsureCount.has(key.key.toLowerCase())) return false;
  if (one2 === void 0 || other === void 0) return true;
  return one2.type === other.type && one2.multivalued === other.multivalued;
}
var indexes = /* @__PURE__ */ new WeakMap();
function indexOf(data) {
  const known2 = indexes.get(data);
  if (known2 !== void 0) return known2;
  const byPrefix = /* @__PURE__ */ new Map();
  for (const service of data.services) {
    for (const key of data.service(service)?.conditionKeys ?? []) {
      const prefix = key.key.slice(0, key.key.indexOf(":")).toLowerCase();
      if (prefix === service) continue;
      const keys = byPrefix.get(prefix);
      if (keys === void 0) byPrefix.set(prefix, [key]);
      else keys.push(key);
    }
  }
  const foreign = new Map(
    [...byPrefix].map(([prefix, keys]) => [prefix, conditionKeyTable(keys)])
  );
  const made = { foreign };
  indexes.set(data, made);
  return made;
}

// src/lint/rules/services/condition-key-names.ts
var conditionKeyNameRule = (document, data) => {
  let suggestions = 0;
  const nearestOf = (key, service) => {
    if (suggestions++ >= mostSuggestions2) return void 0;
    const names = data.service(service)?.conditionKeys ?? [];
    return nearestName(
      key,
      names.map((known2) => known2.key)
    );
  };
  return document.statements.flatMap(
    ({ conditions: conditions2 }) => conditions2.flatMap((condition) => nameFault(condition, data, nearestOf))
  );
};
var mostSuggestions2 = 50;
function nameFault({ key, keyPlace }, data, nearestOf) {
  if (key.toLowerCase() === "aws:arn")
    return [
      found(
        "UNSUPPORTED_GLOBAL_CONDITION_KEY",
        "aws:ARN is not sent; aws:PrincipalArn or aws:SourceArn is.",
        keyPlace
      )
    ];
  const looked = findConditionKey(key, data);
  if (looked.kind === "unknown-service")
    return [found("INVALID_SERVICE", `The service "${looked.service}" does not exist.`, keyPlace)];
  if (looked.kind !== "unknown-key") return [];
  const tagKey = tagKeyWithout(key, data);
  if (tagKey !== void 0)
    return [
      found(
        "MISSING_TAG_KEY_IN_CONDITION",
        `The name of a tag has to follow: ${tagKey}tag-key.`,
        keyPlace
      )
    ];
  if (looked.service === "aws")
    return [found("INVALID_GLOBAL_CONDITION_KEY", `The key ${key} does not exist.`, keyPlace)];
  const nearest = nearestOf(key, looked.service);
  return [
    found(
      "INVALID_SERVICE_CONDITION_KEY",
      `The service ${looked.service} has no key ${key}.${nearest ? ` Perhaps ${nearest} is meant.` : ""}`,
      keyPlace
    )
  ];
}
function tagKeyWithout(key, data) {
  const name = key.endsWith("/") ? key : `${key}/`;
  if (!/tag\/$/i.test(name)) return void 0;
  return findConditionKey(`${name}x`, data).kind === "known" ? name : void 0;
}

// src/lint/rules/services/condition-key-types.ts
var conditionKeyTypeRule = (document, data) => document.statements.flatMap(
  ({ conditions: conditions2 }) => conditions2.flatMap((condition) => {
    if (condition.operator === void 0 || condition.operator.comparison === "Null") return [];
    const looked = findConditionKey(condition.key, data);
    if (looked.kind !== "known" || !looked.isSure) return [];
    return [...qualifierFault(condition, looked.key), ...typeFault(condition, looked.key)];
  })
);
function qualifierFault({ operator, key, keyPlace, place }, { multivalued }) {
  if (multivalued && operator?.qualifier === void 0)
    return [
      found(
        "MISSING_QUALIFIER",
        `${key} has several values: begin the operator with ForAnyValue: or ForAllValues:.`,
        keyPlace
      )
    ];
  if (!multivalued && operator?.qualifier === "ForAllValues")
    return [
      found(
        "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
        `${key} has one value: ForAllValues also holds where the key is missing.`,
        place
      )
    ];
  return [];
}
function typeFault({ operator, operatorText, key, keyPlace }, keyData) {
  if (operator === void 0) return [];
  const { type } = keyData;
  const family = familyOf(operator.comparison);
  if (type === "Arn" && operator.comparison === "StringLike")
    return [
      found(
        "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
        `${key} is an ARN: ArnLike compares it field by field, ${operatorText} does not.`,
        keyPlace
      )
    ];
  if (fits4(family, keyData)) return [];
  return [
    found(
      "TYPE_MISMATCH",
      `${operatorText} compares ${family} values, and ${key} is of type ${type}.`,
      keyPlace
    )
  ];
}
function familyOf(comparison) {
  if (comparison.startsWith("String")) return "String";
  if (comparison.startsWith("Arn")) return "Arn";
  if (comparison.startsWith("Numeric")) return "Numeric";
  if (comparison.startsWith("Date")) return "Date";
  if (comparison === "IpAddress") return "IpAddress";
  return comparison === "BinaryEquals" ? "Binary" : "Bool";
}
function fits4(family, keyData) {
  const { key, type } = keyData;
  if (family === type) return true;
  if (type === "Arn") return family === "String";
  if (type === "String") return family === "Binary" || family === "Arn" && mayHoldArn(keyData);
  if (key.toLowerCase() === "aws:epochtime") return family === "Numeric";
  return false;
}
function mayHoldArn({ key }) {
  if (key.startsWith("kms:EncryptionContext:")) return false;
  return key.includes("${") || /arn/i.test(key);
}

// src/lint/rules/services/keys-of-actions.ts
var strictServices = /* @__PURE__ */ new Set(["dynamodb", "kms", "s3", "sts"]);
var keyOfActionRule = (document, data) => document.statements.flatMap(
  (statement) => statement.conditions.flatMap((condition) => unsupported(statement, condition, data))
);
function unsupported({ actions: actions2 }, { key, operator, place }, data) {
  const service = serviceOfKey(key);
  if (operator === void 0 || service === void 0) return [];
  if (data.globalKey(key) !== void 0) return [];
  const isKnown3 = data.service(service)?.conditionKey(key) !== void 0;
  if (!isKnown3) return [];
  const lacking = actions2.filter((action) => lacks(action, service, key, data));
  if (lacking.length === 0) return [];
  return [
    found(
      "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
      `Requests for ${lacking.map(({ value }) => value).join(", ")} never carry ${key}.`,
      ...lacking.map((action) => action.place),
      place
    )
  ];
}
function serviceOfKey(key) {
  const prefix = splitAction(key.toLowerCase()).prefix;
  if (strictServices.has(prefix)) return prefix;
  return prefix === "saml" || prefix.includes(".") ? "sts" : void 0;
}
function lacks({ value, negated }, service, key, data) {
  const { prefix, name } = splitAction(value);
  if (negated || prefix.toLowerCase() !== service || /[*?]/.test(value)) return false;
  const action = data.service(service)?.action(name);
  return action !== void 0 && !takes2(action, key);
}
function takes2({ conditionKeys }, key) {
  const lower = key.toLowerCase();
  return conditionKeys.some((known2) => {
    const pattern = keyPattern(known2);
    if (pattern === void 0) return known2.toLowerCase() === lower;
    return lower.startsWith(pattern.before) && lower.endsWith(pattern.after);
  });
}

// src/actions/regions.ts
var regionsByPartition = new Map(
  Object.entries({
    aws: [
      ...["af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2"],
      ...["ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2"],
      ...["ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"],
      ...["ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2"],
      ...["eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3"],
      ...["il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1"],
      ...["us-east-1", "us-east-2", "us-west-1", "us-west-2"]
    ],
    "aws-cn": ["cn-north-1", "cn-northwest-1"],
    "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
    "aws-eusc": ["eusc-de-east-1"],
    "aws-iso": ["us-iso-east-1", "us-iso-west-1"],
    "aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
    "aws-iso-e": ["eu-isoe-west-1"],
    "aws-iso-f": ["us-isof-east-1", "us-isof-south-1"]
  }).map(([partition, regions]) => [partition, new Set(regions)])
);
function isRegion(region2, partition) {
  if (partition !== void 0) return regionsByPartition.get(partition)?.has(region2) ?? false;
  return [...regionsByPartition.values()].some((regions) => regions.has(region2));
}

// src/lint/rules/services/region-values.ts
var regionKeys = /* @__PURE__ */ new Set(["aws:requestedregion", "ec2:region"]);
var regionValueRule = eachCondition(({ key, operator, values }) => {
  if (!regionKeys.has(key.toLowerCase())) return [];
  if (operator === void 0 || !operator.comparison.startsWith("String")) return [];
  return values.filter(({ value }) => !/[*?]|\$\{/.test(value) && !isKnown2(value)).map(({ value, place }) => found("INVALID_REGION", `There is no Region "${value}".`, place));
});
function isKnown2(value) {
  const region2 = value.toLowerCase();
  return isRegion(region2) || /^aws(?:-[a-z-]+)?-global$/.test(region2);
}

// src/actions/arn-formats.ts
var formatsOf2 = /* @__PURE__ */ new WeakMap();
function arnFormats(arnService, data) {
  const known2 = formatsOf2.get(data) ?? readFormats(data);
  formatsOf2.set(data, known2);
  return known2.get(arnService) ?? [];
}
function readFormats(data) {
  const found2 = /* @__PURE__ */ new Map();
  for (const prefix of data.services) {
    for (const { name, arn } of data.service(prefix)?.resourceTypes ?? []) {
      const [, , service = "", region2 = "", account2 = "", ...resource] = splitFormat(arn);
      const format = {
        service: prefix,
        type: name,
        hasRegion: region2 !== "",
        hasAccount: account2 !== "",
        resource: resource.join(":").replace(/\$\{[^{}]*\}/g, "*")
      };
      const formats2 = found2.get(service);
      if (formats2 === void 0) found2.set(service, [format]);
      else formats2.push(format);
    }
  }
  return found2;
}
function splitFormat(arn) {
  return arn.replace(/\$\{[^{}]*\}/g, (placeholder) => placeholder.replaceAll(":", "")).split(":");
}

// src/lint/rules/structure/policy-form.ts
function isTrustPolicy({ policyType, resourceType }) {
  return policyType === "RESOURCE_POLICY" && resourceType === trustPolicyType;
}
function namesPrincipals({ policyType }) {
  return policyType === "RESOURCE_POLICY";
}
function hasStrictSids(target) {
  return target.policyType !== "RESOURCE_POLICY" || isTrustPolicy(target);
}

// src/lint/rules/structure/split-arn.ts
function splitArn(text2) {
  const fields = [];
  let from = 0;
  let at = 0;
  const lastBrace = text2.lastIndexOf("}");
  while (at < text2.length && fields.length < 5) {
    const isVariable = at < lastBrace && text2.startsWith("${", at);
    const close = isVariable ? text2.indexOf("}", at) : -1;
    if (close > 0) {
      at = close + 1;
      continue;
    }
    if (text2[at] === ":") {
      fields.push(text2.slice(from, at));
      from = at + 1;
    }
    at++;
  }
  return [...fields, text2.slice(from)];
}

// src/lint/rules/services/resource-arn-formats.ts
var resourceArnFormatRule = (document, data) => isTrustPolicy(document) ? [] : document.statements.flatMap(
  ({ resources }) => resources.flatMap((resource) => arnFaults(resource, data))
);
var looseServices = /* @__PURE__ */ new Set(["aws-marketplace", "catalog"]);
var strictServices2 = /* @__PURE__ */ new Set([
  ...["acm", "cloudfront", "cloudtrail", "codecommit", "dynamodb", "ecr", "ecs", "eks", "events"],
  ...["firehose", "glue", "iam", "kinesis", "kms", "lambda", "rds", "redshift", "route53", "s3"],
  ...["sns", "sqs", "ssm"]
]);
var servicesOfAws = /* @__PURE__ */ new Set(["elasticbeanstalk", "ssm"]);
function arnFaults({ value, place }, data) {
  const [prefix, partition = "", service = "", region2 = "", account2 = "", resource] = splitArn(value);
  if (value === "?") return [found("INVALID_ARN_RESOURCE", 'A lone "?" is no resource.', place)];
  if (prefix !== "arn" || resource === void 0) return [];
  const findings = [];
  const report = (code, details) => findings.push(found(code, details, place));
  if (!isOpen(partition) && findPartition(partition) === void 0)
    report(
      "INVALID_PARTITION",
      `There is no partition "${partition}"; there are ${partitions.map(({ id }) => id).join(", ")}.`
    );
  if (isOpen(service) || isOpen(partition)) return findings;
  const known2 = isArnService(service.toLowerCase(), data);
  if (service !== service.toLowerCase() && known2) {
    report("INVALID_ARN_SERVICE_CASE", `The service "${service}" is written in small letters.`);
    return findings;
  }
  if (!known2) {
    report("INVALID_SERVICE", `The service "${service}" does not exist.`);
    return findings;
  }
  const formats2 = arnFormats(service, data);
  if (formats2.length === 0 || looseServices.has(service)) return findings;
  const fitting = formatsFor(resource, formats2);
  if (fitting.length === 0 && !strictServices2.has(service)) return findings;
  if (fitting.length === 0)
    report("INVALID_ARN_RESOURCE", `"${resource}" is no kind of resource of ${service}.`);
  else
    for (const [code, details] of fieldFaults(fitting, { service, region: region2, account: account2, resource }))
      report(code, details);
  if (findPartition(partition) !== void 0 && isUnknownRegion(region2, partition) && fitting.some(({ hasRegion }) => hasRegion))
    report("INVALID_ARN_REGION", `"${region2}" is no Region of the partition.`);
  return findings;
}
function fieldFaults(formats2, fields) {
  const { service, region: region2, account: account2 } = fields;
  const faults2 = [];
  if (region2 !== "" && !isOpen(region2) && formats2.every(({ hasRegion }) => !hasRegion))
    faults2.push(["ARN_REGION_NOT_ALLOWED", `These resources of ${service} have no Region.`]);
  if (region2 === "" && formats2.every(({ hasRegion }) => hasRegion))
    faults2.push(["MISSING_ARN_REGION", `These resources of ${service} have a Region.`]);
  if (account2 !== "" && !isOpen(account2) && formats2.every(({ hasAccount }) => !hasAccount))
    faults2.push(["ARN_ACCOUNT_NOT_ALLOWED", `These resources of ${service} have no account ID.`]);
  if (isAccountMissing(formats2, fields))
    faults2.push(["MISSING_ARN_ACCOUNT", `These resources of ${service} have an account ID.`]);
  return faults2;
}
function isAccountMissing(formats2, { service, account: account2, resource }) {
  if (account2 !== "" || resource === "*") return false;
  if (!strictServices2.has(service) || servicesOfAws.has(service)) return false;
  return formats2.every(({ hasAccount }) => hasAccount);
}
function isOpen(field) {
  return /[*?]|\$\{/.test(field);
}
function isUnknownRegion(region2, partition) {
  if (region2 === "" || isOpen(region2)) return false;
  return !isRegion(region2, partition);
}
function isArnService(service, data) {
  if (data.service(service) !== void 0) return true;
  if (goneServices.has(service)) return false;
  return arnFormats(service, data).length > 0;
}
function formatsFor(resource, formats2) {
  if (resource === "*") return formats2;
  const pattern = resource.replace(/\$\{[^{}]*\}/g, "*");
  return formats2.filter((format) => patternsMeet(pattern, format.resource));
}

// src/lint/rules/services/resource-control-services.ts
var resourceControlServiceRule = (document, data) => {
  if (document.policyType !== "RESOURCE_CONTROL_POLICY") return [];
  return document.statements.flatMap(
    ({ effect, actions: actions2 }) => actions2.flatMap(({ value, negated, place }) => {
      if (negated || effect === "Allow" && value === "*") return [];
      const { prefix } = splitAction(value);
      const service = data.service(prefix);
      if (service === void 0 && !/[*?]/.test(prefix)) return [];
      if (service?.supportsResourceControl === true) return [];
      return [
        found(
          "RCP_SYNTAX_ERROR_ACTION",
          `Resource control policies do not bind the services of ${value}.`,
          place
        )
      ];
    })
  );
};

// src/lint/rules/services/resource-policy-scope.ts
var anyAction = () => true;
var scopes = {
  "AWS::S3::Bucket": {
    service: "s3",
    takes: ({ action }) => action.resourceTypes.some((type) => type === "bucket" || type === "object"),
    arns: ["arn:*:s3:::*"]
  },
  "AWS::S3::AccessPoint": {
    service: "s3",
    takes: anyAction,
    arns: ["arn:*:s3:?*:?*:accesspoint/*", "arn:*:s3:?*:?*:accesspoint:*"]
  },
  "AWS::S3::MultiRegionAccessPoint": {
    service: "s3",
    takes: anyAction,
    arns: ["arn:*:s3::?*:accesspoint/*", "arn:*:s3::?*:accesspoint:*"]
  },
  "AWS::S3ObjectLambda::AccessPoint": {
    service: "s3-object-lambda",
    takes: anyAction,
    arns: ["arn:*:s3-object-lambda:?*:?*:accesspoint/*"]
  },
  "AWS::IAM::AssumeRolePolicyDocument": { service: "sts", takes: anyAction, arns: [] },
  "AWS::DynamoDB::Table": {
    service: "dynamodb",
    takes: ({ action }) => action.resourceTypes.length > 0,
    arns: ["arn:*:dynamodb:?*:?*:table/*"]
  }
};
var resourcePolicyScopeRule = (document, data) => {
  const { policyType, resourceType } = document;
  if (policyType !== "RESOURCE_POLICY" || resourceType === void 0) return [];
  const scope = scopes[resourceType];
  return document.statements.flatMap(({ actions: actions2, resources }) => [
    ...actions2.filter(({ value, negated }) => !negated && isOutside(value, scope, data)).map(
      ({ value, place }) => found(
        "UNSUPPORTED_ACTION_IN_POLICY",
        `${value} is no action on the resource that the policy is attached to.`,
        place
      )
    ),
    ...resources.filter(({ value }) => scope.arns.length > 0 && isOtherArn(value, scope.arns)).map(
      ({ value, place }) => found(
        "UNSUPPORTED_RESOURCE_ARN_IN_POLICY",
        `${value} is no ARN of the kind of resource that the policy is attached to.`,
        place
      )
    )
  ]);
};
function isOutside(action, scope, data) {
  if (/^\*+(?::\*+)?$/.test(action)) return false;
  const matched = matchActions(action, data);
  if (matched.length === 0) return false;
  return !matched.some((one2) => one2.service.prefix === scope.service && scope.takes(one2));
}
function isOtherArn(text2, arns) {
  if (text2 === "*") return true;
  const fields = splitArn(text2);
  if (fields[0] !== "arn" || fields.length < 6) return false;
  const open = fields.map((field) => field.includes("${") ? "*" : field);
  return !arns.some((arn) => {
    const expected = splitArn(arn);
    return open.every((field, index) => patternsMeet(field, expected[index] ?? ""));
  });
}

// src/lint/rules/services/service-principal-format.ts
var oneLabel = /^[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|amazon\.com)$/;
var withRegion = /^[a-z0-9_-]+\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;
var anyLabels = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+){0,8}\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov|adc-e\.uk|hci\.ic\.gov)$/;
var formats = /* @__PURE__ */ new Map([
  ["aws:calledvia", oneLabel],
  ["aws:calledviafirst", oneLabel],
  ["aws:calledvialast", oneLabel],
  ["kms:viaservice", withRegion],
  ["aws:principalservicename", anyLabels],
  ["aws:principalservicenameslist", anyLabels],
  ["iam:passedtoservice", anyLabels],
  ["iam:awsservicename", anyLabels]
]);
var servicePrincipalFormatRule = eachStatement(({ principals, conditions: conditions2 }) => [
  ...principals.flatMap(inPrincipal),
  ...conditions2.flatMap(({ key, operator, values }) => {
    const format = formats.get(key.toLowerCase());
    if (format === void 0 || !operator?.comparison.startsWith("String")) return [];
    return values.flatMap((value) => misfit(value, format));
  })
]);
function inPrincipal(principal2) {
  return principal2.kind === "Service" ? misfit(principal2, anyLabels) : [];
}
function misfit({ value, place }, format) {
  if (/[*?]|\$\{/.test(value) || format.test(value)) return [];
  const details = `"${value}" is no service principal, such as ec2.amazonaws.com.`;
  return [found("INVALID_SERVICE_PRINCIPAL_FORMAT", details, place)];
}

// src/lint/rules/services/tag-key-support.ts
var tagKeySupportRule = (document, data) => document.statements.flatMap(
  (statement) => statement.conditions.flatMap((condition) => tagFault(statement, condition, data))
);
function tagFault(statement, condition, data) {
  const { key, keyPlace, operator } = condition;
  const { effect, actions: actions2 } = statement;
  if (!/^aws:resourcetag\/./i.test(key) || effect === void 0) return [];
  if (operator === void 0 || operator.negated || operator.ifExists) return [];
  if (operator.comparison === "Null") return [];
  const verb = effect === "Allow" ? "ALLOW" : "DENY";
  const holds2 = effect === "Allow" ? "allowed" : "denied";
  if (actions2.some(({ negated }) => negated))
    return [
      found(
        `${verb}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
        `Actions whose resources have no ${key} are not ${holds2}; list actions in Action.`,
        keyPlace
      )
    ];
  const lacking = actions2.filter((action) => lacksTags(action, key, data));
  if (lacking.length === 0) return [];
  const prefixes = [...new Set(lacking.map(({ value }) => splitAction(value).prefix))].sort();
  return [
    found(
      `${verb}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
      `${key} is never sent with some actions of ${prefixes.join(", ")}; they are not ${holds2}.`,
      ...lacking.map(({ place }) => place),
      keyPlace
    )
  ];
}
function lacksTags({ value }, key, data) {
  const { prefix, name } = splitAction(value);
  if (/[*?]/.test(prefix)) return false;
  if (/[*?]/.test(name)) {
    const matched = matchActions(value, data);
    return matched.length > 0 && matched.every(({ action: action2 }) => !mayTake(action2, key));
  }
  const action = data.service(prefix)?.action(name);
  return action !== void 0 && !mayTake(action, key);
}
function mayTake(action, key) {
  return takes2(action, key) || takes2(action, "aws:RequestTag/any");
}

// src/lint/rules/services/vpce-key-support.ts
var services = [
  ...["acm-pca", "applicationinsights", "apprunner", "athena", "cloudformation"],
  ...["comprehendmedical", "compute-optimizer", "datasync", "discovery", "dynamodb", "ebs", "ecr"],
  ...["ecs", "firehose", "gamelift", "healthlake", "iam", "iotfleetwise", "iotwireless"],
  ...["kinesisanalytics", "kms", "lambda", "medical-imaging", "omics", "payment-cryptography"],
  ...["polly", "rbin", "rekognition", "route53", "s3", "scheduler", "servicediscovery"],
  ...["servicequotas", "shield", "ssm-contacts", "storagegateway", "textract", "transcribe"],
  "transfer"
];
var moreForOrganizations = [
  ...["b2bi", "cassandra", "cognito-identity", "dms", "ds-data", "identitystore", "iottwinmaker"],
  ...["network-firewall", "pricing", "ses", "sms-voice", "sqs", "workmail"]
];
var supported = /* @__PURE__ */ new Map([
  ["aws:vpceaccount", new Set(services)],
  ["aws:vpceorgpaths", new Set(services)],
  ["aws:vpceorgid", /* @__PURE__ */ new Set([...services, ...moreForOrganizations])]
]);
var vpceKeySupportRule = eachStatement(({ actions: actions2, conditions: conditions2 }, { resourceType }) => {
  if (resourceType !== void 0 || actions2.length === 0) return [];
  return conditions2.flatMap(({ key, keyPlace }) => {
    const list = supported.get(key.toLowerCase());
    const isScoped = actions2.every(
      ({ value, negated }) => !negated && list?.has(splitAction(value).prefix.toLowerCase()) && value.toLowerCase() !== "iam:passrole"
    );
    if (list === void 0 || isScoped) return [];
    return [
      found(
        "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
        `Only some services send ${key}; narrow Action to them.`,
        keyPlace
      )
    ];
  });
});

// src/lint/rules/services/index.ts
var serviceRules = [
  actionNameRule,
  resourceControlServiceRule,
  resourcePolicyScopeRule,
  resourceArnFormatRule,
  conditionKeyNameRule,
  conditionKeyTypeRule,
  keyOfActionRule,
  tagKeySupportRule,
  vpceKeySupportRule,
  regionValueRule,
  servicePrincipalFormatRule
];

// src/lint/rules/structure/group-by.ts
function groupBy(items, keyOf4) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf4(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/lint/rules/structure/condition-form.ts
var conditionFormRules = [
  eachStatement(operatorFindings),
  eachStatement(duplicateKeys),
  eachCondition(keyFindings),
  eachCondition(valueFindings)
];
function operatorFindings({ elements }) {
  const condition = elements.get("Condition");
  if (condition?.node.kind !== "object") return [];
  const { path } = condition.place;
  return condition.node.members.flatMap(
    ({ key }) => findingsOfOperator(key.value, placeOf2(key, [...path, { key: key.value }]))
  );
}
function findingsOfOperator(text2, place) {
  if (/^(?:(?:ForAllValues|ForAnyValue):)?NullIfExists$/.test(text2))
    return [
      found(
        "NULL_WITH_IF_EXISTS",
        "Null asks whether a key exists and is never combined with IfExists.",
        place
      )
    ];
  const operator = parseConditionOperator(text2);
  if (operator === void 0)
    return [found("INVALID_CONDITION_OPERATOR", `"${text2}" is no condition operator.`, place)];
  if (operator.comparison !== "Null" || operator.qualifier === void 0) return [];
  return [
    found(
      "NULL_WITH_QUALIFIER",
      "With ForAllValues Null is always true, with ForAnyValue always false; remove the qualifier.",
      place
    )
  ];
}
function duplicateKeys({ conditions: conditions2 }) {
  const groups = groupBy(
    conditions2,
    ({ operatorText, key }) => [operatorText, key.toLowerCase()].join(" ")
  );
  return groups.filter((group) => new Set(group.map(({ key }) => key)).size > 1).map(
    (group) => found(
      "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
      `${group.map(({ key }) => key).join(" and ")} are one and the same key.`,
      ...group.map(({ keyPlace }) => keyPlace)
    )
  );
}
function keyFindings({ key, keyPlace }) {
  const colon2 = key.indexOf(":");
  if (colon2 > 0 && colon2 < key.length - 1) return [];
  return [
    found(
      "INVALID_CONDITION_KEY_FORMAT",
      `"${key}" is no condition key; keys are written service:name.`,
      keyPlace
    )
  ];
}
function valueFindings(condition) {
  const { key, values, operator, place } = condition;
  if (new Set(values.map(({ kind }) => kind)).size > 1)
    return [
      found(
        "INVALID_CONDITION_DATA_TYPE",
        `The values of ${key} are of different JSON types.`,
        place
      )
    ];
  if (operator?.comparison !== "Bool" || values.length < 2) return [];
  return [
    found("INVALID_CONDITION_MULTIPLE_BOOLEAN", `${key} takes one boolean, not several.`, place)
  ];
}

// src/lint/rules/structure/date-text.ts
var form = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?$/;
var basicForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:[.,]\d{1,9})?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;
function isIsoDate(text2) {
  const parts = form.exec(text2) ?? basicForm.exec(text2);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => part === void 0 ? void 0 : Number(part));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour <= 24 && minute <= 59 && second <= 60;
}
function daysIn(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// src/lint/rules/structure/scan-variables.ts
function hasVariableSign(text2) {
  return text2.includes("${");
}
function scanVariables(text2) {
  const variables = [];
  let start = text2.indexOf("${");
  let end = -1;
  while (start >= 0) {
    const next = text2.indexOf("${", start + 2);
    if (end < start + 2) end = text2.indexOf("}", start + 2);
    if (end < 0 || next >= 0 && next < end) {
      variables.push({ text: text2.slice(start, next < 0 ? void 0 : next), fault: "brace" });
      if (end < 0) return variables;
    } else {
      const inside = text2.slice(start + 2, end);
      if (!["*", "?", "$"].includes(inside))
        variables.push({ text: text2.slice(start, end + 1), fault: faultOf2(inside) });
    }
    start = next;
  }
  return variables;
}
function faultOf2(inside) {
  if (inside.trim() === "") return "empty";
  const comma = inside.indexOf(",");
  const name = comma < 0 ? inside : inside.slice(0, comma);
  if (name.includes(" ")) return "space";
  if (comma < 0) return void 0;
  const fallback = inside.slice(comma + 1).trim();
  const isQuoted = fallback.length >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
  return isQuoted ? void 0 : "quote";
}

// src/lint/rules/structure/condition-values.ts
var conditionValueRules = [
  eachCondition(typeFindings),
  eachCondition(dominatedNumbers)
];
function typeFindings(condition) {
  const { operator } = condition;
  if (operator === void 0) return [];
  const check = checkOf(operator.comparison);
  return condition.values.flatMap(
    (value) => (
      // Variables have codes of their own.
      hasVariableSign(value.value) && check !== exactTextFindings ? [] : check(value, condition.operatorText)
    )
  );
}
function checkOf(comparison) {
  switch (comparison) {
    case "Bool":
    case "Null":
      return booleanFindings;
    case "BinaryEquals":
      return binaryFindings;
    case "IpAddress":
      return addressFindings;
    case "StringEquals":
    case "StringEqualsIgnoreCase":
      return exactTextFindings;
    case "StringLike":
    case "ArnEquals":
    case "ArnLike":
      return () => [];
    default:
      return comparison.startsWith("Date") ? dateFindings : numberFindings;
  }
}
function booleanFindings({ value, place }, operator) {
  if (/^(?:true|false)$/i.test(value)) return [];
  return [found("TYPE_MISMATCH_BOOLEAN", `${operator} compares with true or false.`, place)];
}
function binaryFindings({ value, place }, operator) {
  if (value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)) return [];
  return [found("TYPE_MISMATCH_STRING", `${operator} compares with text in Base64.`, place)];
}
function numberFindings({ value, place }, operator) {
  if (isNumber(value)) return [];
  return [found("TYPE_MISMATCH_NUMBER", `${operator} compares with numbers.`, place)];
}
function dateFindings({ value, place }) {
  if (/^-?\d+(?:\.\d+)?$/.test(value))
    return [
      found(
        "INVALID_DATE_VALUE",
        `"${value}" is read as seconds since 1970; write dates as YYYY-MM-DD.`,
        place
      )
    ];
  if (isIsoDate(value)) return [];
  return [found("TYPE_MISMATCH_DATE", "The value is no date of ISO 8601.", place)];
}
function addressFindings({ value, place }, operator) {
  const range = parseIpRange(value);
  if (range === void 0)
    return [
      found("TYPE_MISMATCH_IP_RANGE", `${operator} compares with ranges in CIDR form.`, place)
    ];
  const improved = withoutHostBits(range);
  if (improved === void 0) return [];
  return [
    found("IMPROVE_IP_RANGE", `Bits after the mask are ignored; write "${improved}".`, place)
  ];
}
function exactTextFindings({ value, place }, operator) {
  if (!/[*?]/.test(value.replace(/\$\{[^}]{0,512}\}/g, ""))) return [];
  return [
    found(
      "WILDCARD_WITHOUT_LIKE_OPERATOR",
      `${operator} takes "*" and "?" as plain characters; a Like operator takes them as wildcards.`,
      place
    )
  ];
}
function dominatedNumbers({ operator, operatorText, key, values, place }) {
  const orders = operator !== void 0 && /^Numeric(?:Less|Greater)Than/.test(operator.comparison);
  if (!orders || values.length < 2 || !values.every(({ value }) => isNumber(value))) return [];
  const kept = operator.comparison.startsWith("NumericLess") ? "greatest" : "least";
  return [
    found(
      "REDUNDANT_CONDITION_VALUE_NUM",
      `One value of ${key} decides ${operatorText}; keep the ${kept}.`,
      place
    )
  ];
}
function isNumber(text2) {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text2);
}

// src/lint/rules/structure/data-types.ts
function checkDataTypes(document) {
  return document.root.members.flatMap(({ key, value }) => {
    const path = [{ value: key.value }];
    if (key.value === "Version" || key.value === "Id") return textFindings(value, path);
    return key.value === "Statement" ? statementsFindings(value, path) : [];
  });
}
function statementsFindings(node, path) {
  if (node.kind !== "array") return statementFindings(node, path);
  return node.items.flatMap((item, index) => statementFindings(item, [...path, { index }]));
}
function statementFindings(node, path) {
  if (node.kind !== "object") return mismatch2(node, path, "an object");
  return node.members.flatMap(
    ({ key, value }) => elementFindings(key.value, value, [...path, { value: key.value }])
  );
}
function elementFindings(name, node, path) {
  switch (name) {
    case "Sid":
    case "Effect":
      return textFindings(node, path);
    case "Action":
    case "NotAction":
    case "Resource":
    case "NotResource":
      return textsFindings(node, path);
    case "Principal":
    case "NotPrincipal":
      return principalFindings(node, path);
    case "Condition":
      return conditionFindings(node, path);
    default:
      return [];
  }
}
function principalFindings(node, path) {
  if (node.kind === "string" || node.kind === "array") return [];
  if (node.kind !== "object") return mismatch2(node, path, "an object");
  return node.members.flatMap(
    ({ key, value }) => textsFindings(value, [...path, { value: key.value }])
  );
}
function conditionFindings(node, path) {
  if (node.kind !== "object") return mismatch2(node, path, "an object");
  return node.members.flatMap(({ key, value: keys }) => {
    const inner = [...path, { value: key.value }];
    if (keys.kind !== "object") return mismatch2(keys, inner, "an object");
    return keys.members.flatMap(
      (member) => valuesFindings(member.value, [...inner, { value: member.key.value }])
    );
  });
}
function valuesFindings(node, path) {
  const isScalar2 = (value) => ["string", "number", "boolean"].includes(value.kind);
  const found2 = listed(node, path).find(({ value }) => !isScalar2(value));
  return found2 === void 0 ? [] : mismatch2(found2.value, found2.path, "a text");
}
function textsFindings(node, path) {
  return listed(node, path).flatMap((item) => textFindings(item.value, item.path));
}
function textFindings(node, path) {
  return node.kind === "string" ? [] : mismatch2(node, path, "a text");
}
function listed(node, path) {
  if (node.kind !== "array") return [{ value: node, path }];
  return node.items.map((value, index) => ({ value, path: [...path, { index }] }));
}
function mismatch2(node, path, expected) {
  if (node.kind === "hole") return [];
  return [
    found("DATA_TYPE_MISMATCH", `The value has to be ${expected} here.`, placeOf2(node, path))
  ];
}

// src/lint/rules/structure/document-form.ts
function checkDocumentForm(document) {
  return [...versionFindings(document), ...statementFindings2(document)];
}
function versionFindings({ root, version, place }) {
  if (memberOf(root, "Version") === void 0)
    return [
      found(
        "MISSING_VERSION",
        "The policy has no Version and is read by the rules of 2008-10-17, without variables.",
        place
      )
    ];
  if (version === void 0 || versions.has(version.value)) return [];
  return [
    found(
      "INVALID_VERSION",
      `"${version.value}" is no version of the policy language; there are 2012-10-17 and 2008-10-17.`,
      version.place
    )
  ];
}
var versions = /* @__PURE__ */ new Set(["2012-10-17", "2008-10-17"]);
function statementFindings2({ root, place }) {
  const statement = memberOf(root, "Statement");
  const isEmptyList2 = statement?.kind === "array" && statement.items.length === 0;
  if (statement !== void 0 && !isEmptyList2) return [];
  return [found("MISSING_STATEMENT", "The policy has no statement.", place)];
}

// src/lint/rules/structure/effect-and-sid.ts
var effectAndSidRules = [
  eachStatement(sidFindings),
  checkUniqueSids,
  eachStatement(effectFindings)
];
function effectFindings({ elements }) {
  const effect = elements.get("Effect");
  if (effect?.node.kind !== "string") return [];
  const { value } = effect.node;
  if (value === "Allow" || value === "Deny") return [];
  return [found("INVALID_EFFECT", `Effect is "Allow" or "Deny", not "${value}".`, effect.place)];
}
function sidFindings({ sid }, document) {
  if (sid === void 0) return [];
  if (sid.value === "")
    return [found("EMPTY_SID_VALUE", "Sid is empty; give it a value or remove it.", sid.place)];
  if (!hasStrictSids(document) || /^[a-zA-Z0-9]+$/.test(sid.value)) return [];
  return [
    found("UNSUPPORTED_SID", "A Sid holds only the letters a-z, A-Z and digits here.", sid.place)
  ];
}
function checkUniqueSids(document) {
  const sids = document.statements.flatMap(({ sid }) => sid?.value ? [sid] : []);
  const isStrict = hasStrictSids(document);
  return groupBy(sids, ({ value }) => value).filter((group) => group.length > 1).map(
    (group) => foundAll(
      isStrict ? "UNIQUE_SIDS_REQUIRED" : "UNIQUE_SIDS_RECOMMENDED",
      `${group.length} statements have the same Sid.`,
      group
    )
  );
}

// src/lint/rules/structure/elements.ts
var elementRules = [
  checkPolicyElements,
  eachStatement(unknownElements),
  eachStatement(excludingElements)
];
var policyElements2 = /* @__PURE__ */ new Set(["Version", "Id", "Statement"]);
var statementElements2 = /* @__PURE__ */ new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
]);
var pairs2 = [
  ["Principal", "NotPrincipal"],
  ["Action", "NotAction"],
  ["Resource", "NotResource"]
];
function checkPolicyElements({ root }) {
  return root.members.flatMap(
    ({ key }) => policyElements2.has(key.value) ? [] : [
      found(
        "INVALID_POLICY_ELEMENT",
        `"${key.value}" is no element of a policy.`,
        placeOf2(key, [{ key: key.value }])
      )
    ]
  );
}
function unknownElements({ elements }) {
  return [...elements.values()].flatMap(
    ({ name, keyPlace }) => statementElements2.has(name) ? [] : [found("INVALID_POLICY_ELEMENT", `"${name}" is no element of a statement.`, keyPlace)]
  );
}
function excludingElements({ elements }) {
  return pairs2.flatMap(([plain2, negated]) => {
    const both = [elements.get(plain2), elements.get(negated)].filter(isThere).sort(inText);
    if (both.length < 2) return [];
    return [
      found(
        "UNSUPPORTED_ELEMENT_COMBINATION",
        `${plain2} and ${negated} exclude each other; remove one of them.`,
        ...both.map((element) => element.place)
      )
    ];
  });
}
function isThere(element) {
  return element !== void 0;
}
function inText(left, right) {
  return left.place.start - right.place.start;
}

// src/lint/rules/structure/empty-values.ts
var emptyValueRules = [
  eachStatement(emptyPatterns),
  eachStatement(emptyPrincipals),
  eachStatement(emptyConditionBlocks),
  eachCondition(emptyConditionValues)
];
var patternCodes = /* @__PURE__ */ new Map([
  ["Action", "EMPTY_ARRAY_ACTION"],
  ["NotAction", "EMPTY_ARRAY_ACTION"],
  ["Resource", "EMPTY_ARRAY_RESOURCE"],
  ["NotResource", "EMPTY_ARRAY_RESOURCE"]
]);
function emptyPatterns({ elements }) {
  return [...elements.values()].flatMap(({ name, node, place }) => {
    const code = patternCodes.get(name);
    if (code === void 0 || !isEmptyList(node)) return [];
    return [found(code, `${name} lists nothing, so the statement has no effect.`, place)];
  });
}
function emptyPrincipals({ elements }, document) {
  if (!namesPrincipals(document)) return [];
  return [...elements.values()].flatMap(({ name, node, place }) => {
    if (name !== "Principal" && name !== "NotPrincipal") return [];
    const details = `${name} names nobody, so the statement has no effect.`;
    if (isEmptyList(node)) return [found("EMPTY_ARRAY_PRINCIPAL", details, place)];
    if (node.kind !== "object") return [];
    if (node.members.length === 0) return [found("EMPTY_OBJECT_PRINCIPAL", details, place)];
    return node.members.flatMap(
      ({ key, value }) => isEmptyList(value) ? [
        found(
          "EMPTY_ARRAY_PRINCIPAL",
          details,
          placeOf2(value, [...place.path, { value: key.value }])
        )
      ] : []
    );
  });
}
function emptyConditionBlocks({ elements }) {
  const condition = elements.get("Condition");
  if (condition?.node.kind !== "object") return [];
  const { path } = condition.place;
  const blocks = condition.node.members.map(({ key, value }) => ({
    node: value,
    place: placeOf2(value, [...path, { value: key.value }])
  }));
  return [condition, ...blocks].flatMap(
    ({ node, place }) => node.kind === "object" && node.members.length === 0 ? [found("EMPTY_OBJECT_CONDITION", "The condition block is empty.", place)] : []
  );
}
function emptyConditionValues(condition) {
  if (!isEmptyList(condition.node)) return [];
  const [code, meaning] = meaningOfEmpty(condition);
  return [found(code, `There are no values for ${condition.key}: ${meaning}.`, condition.place)];
}
function meaningOfEmpty({ operator }) {
  const absent = 'it holds only where the key is missing; write Null with "true"';
  if (operator?.qualifier === "ForAllValues") return ["EMPTY_ARRAY_CONDITION_FORALLVALUES", absent];
  if (operator?.qualifier === "ForAnyValue")
    return ["EMPTY_ARRAY_CONDITION_FORANYVALUE", "it never holds"];
  if (operator?.ifExists) return ["EMPTY_ARRAY_CONDITION_IFEXISTS", absent];
  return ["EMPTY_ARRAY_CONDITION", "list some"];
}
function isEmptyList(node) {
  return node.kind === "array" && node.items.length === 0;
}

// src/lint/rules/structure/missing-elements.ts
var checkMissingElements = eachStatement((statement, document) => [
  ...effectFindings2(statement),
  ...actionFindings(statement),
  ...principalFindings2(statement, document),
  ...resourceFindings(statement, document)
]);
function effectFindings2({ elements, place }) {
  if (elements.has("Effect")) return [];
  return [found("MISSING_EFFECT", "The statement has no Effect.", place)];
}
function actionFindings({ elements, place }) {
  if (elements.has("Action") || elements.has("NotAction")) return [];
  return [found("MISSING_ACTION", "The statement has neither Action nor NotAction.", place)];
}
function principalFindings2({ elements, place }, { policyType }) {
  const takesPrincipal = policyType === "RESOURCE_POLICY" || policyType === "RESOURCE_CONTROL_POLICY";
  if (!takesPrincipal || elements.has("Principal") || elements.has("NotPrincipal")) return [];
  return [found("MISSING_PRINCIPAL", "The statement does not say whom it is about.", place)];
}
function resourceFindings({ elements, place }, document) {
  if (isTrustPolicy(document) || elements.has("Resource") || elements.has("NotResource")) return [];
  return [found("MISSING_RESOURCE", "The statement has neither Resource nor NotResource.", place)];
}

// src/lint/rules/structure/organization-policies.ts
var organizationPolicyRules = [
  eachStatement(scpFindings),
  eachStatement(rcpFindings)
];
function scpFindings({ elements }, document) {
  if (document.policyType !== "SERVICE_CONTROL_POLICY") return [];
  return listOf4(elements, ["Principal", "NotPrincipal"]).map(
    ({ name, place }) => found(
      "SCP_SYNTAX_ERROR_PRINCIPAL",
      `A service control policy has no ${name}; use aws:PrincipalArn in Condition.`,
      place
    )
  );
}
function rcpFindings(statement, document) {
  if (document.policyType !== "RESOURCE_CONTROL_POLICY") return [];
  const { elements } = statement;
  return [
    ...otherPrincipals(elements).map(
      ({ place }) => found(
        "RCP_SYNTAX_ERROR_PRINCIPAL",
        'The Principal of a resource control policy is "*"; there is no NotPrincipal.',
        place
      )
    ),
    ...listOf4(elements, ["NotAction"]).map(
      ({ place }) => found("RCP_SYNTAX_ERROR_NOTACTION", "A resource control policy has no NotAction.", place)
    ),
    ...allowFindings(statement)
  ];
}
function allowFindings({ effect, elements }) {
  if (effect !== "Allow") return [];
  const narrowing = [
    ...otherPrincipals(elements),
    ...listOf4(elements, ["Resource"]).filter(({ node }) => !isEverything(node)),
    ...listOf4(elements, ["NotResource", "Condition"])
  ].sort((left, right) => left.place.start - right.place.start);
  if (narrowing.length === 0) return [];
  return [
    found(
      "RCP_SYNTAX_ERROR_ALLOW",
      "A resource control policy allows only everyone and all resources, without a Condition.",
      ...narrowing.map(({ place }) => place)
    )
  ];
}
function otherPrincipals(elements) {
  return [
    ...listOf4(elements, ["Principal"]).filter(({ node }) => !isEveryone2(node)),
    ...listOf4(elements, ["NotPrincipal"])
  ];
}
function isEveryone2(node) {
  if (node.kind !== "object") return isEverything(node);
  const [first] = node.members;
  return node.members.length === 1 && first?.key.value === "AWS" && isEverything(first.value);
}
function isEverything(node) {
  if (node.kind === "hole") return true;
  const items = node.kind === "array" ? node.items : [node];
  return items.length > 0 && items.every((item) => item.kind === "string" && item.value === "*");
}
function listOf4(elements, names) {
  return names.flatMap((name) => elements.get(name) ?? []);
}

// src/text/print-json.ts
function printJson(node, indent = "") {
  const inner = `${indent}  `;
  switch (node.kind) {
    case "object":
      return block(
        "{",
        node.members.map(
          ({ key, value }) => `${inner}${JSON.stringify(key.value)}: ${printJson(value, inner)}`
        ),
        `${indent}}`
      );
    case "array":
      return block(
        "[",
        node.items.map((item) => `${inner}${printJson(item, inner)}`),
        `${indent}]`
      );
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return node.text;
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "hole":
      return JSON.stringify(node.text);
    default:
      return node;
  }
}
function block(open, lines, close) {
  return lines.length === 0 ? `${open}${close.trimStart()}` : `${open}
${lines.join(",\n")}
${close}`;
}

// src/lint/rules/structure/policy-size.ts
function checkPolicySize(document) {
  const { issueCode, quota: quota2, countsSpace } = quotaOf(document);
  const text2 = documentText(document);
  const size = countsSpace ? text2.length : text2.replace(/\s+/g, "").length;
  if (size <= quota2) return [];
  const what = countsSpace ? "characters" : "characters without white space";
  return [
    found(issueCode, `The policy has ${size} ${what}; ${quota2} is the most.`, document.place)
  ];
}
function quotaOf(document) {
  switch (document.policyType) {
    case "IDENTITY_POLICY":
      return quota("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", 10240, false);
    case "SERVICE_CONTROL_POLICY":
      return quota("POLICY_SIZE_EXCEEDS_SCP_QUOTA", 10240, true);
    case "RESOURCE_CONTROL_POLICY":
      return quota("POLICY_SIZE_EXCEEDS_RCP_QUOTA", 5120, true);
    case "RESOURCE_POLICY":
      return isTrustPolicy(document) ? quota("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", 2048, false) : quota("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", 20480, true);
    default:
      return document.policyType;
  }
}
function quota(issueCode, most, countsSpace) {
  return { issueCode, quota: most, countsSpace };
}
function documentText({ text: text2, root }) {
  const written = text2.slice(root.start, root.end);
  return written.startsWith("{") && written.endsWith("}") ? written : printJson(root);
}

// src/lint/rules/structure/principals.ts
var principalRules = [
  eachStatement(unsupportedPrincipal),
  eachStatement(principalForm),
  eachStatement(principalValues)
];
var kinds = /* @__PURE__ */ new Set(["AWS", "CanonicalUser", "Federated", "Service"]);
function principalElements({ elements }) {
  return [...elements.values()].filter(
    ({ name }) => name === "Principal" || name === "NotPrincipal"
  );
}
function unsupportedPrincipal(statement, { policyType }) {
  if (policyType !== "IDENTITY_POLICY") return [];
  return principalElements(statement).map(
    ({ name, place }) => found("UNSUPPORTED_PRINCIPAL", `An identity policy has no ${name}; remove it.`, place)
  );
}
function principalForm(statement, document) {
  if (!namesPrincipals(document)) return [];
  return principalElements(statement).flatMap(({ name, node, place }) => {
    const isOtherText = node.kind === "string" && node.value !== "*";
    const isFilledList = node.kind === "array" && node.items.length > 0;
    if (isOtherText || isFilledList)
      return [
        found(
          "INVALID_PRINCIPAL_FORMAT",
          `${name} is "*" or an object such as { "AWS": "…" }.`,
          place
        )
      ];
    if (node.kind !== "object") return [];
    return node.members.flatMap(
      ({ key }) => kinds.has(key.value) ? [] : [
        found(
          "INVALID_PRINCIPAL_KEY",
          `"${key.value}" is no kind of principal; there are AWS, CanonicalUser, Federated and Service.`,
          placeOf2(key, [...place.path, { key: key.value }])
        )
      ]
    );
  });
}
function principalValues(statement, document) {
  if (!namesPrincipals(document)) return [];
  return statement.principals.flatMap((principal2) => [
    ...wildcardFindings(principal2),
    ...idFindings(principal2),
    ...federatedFindings(principal2, statement, document)
  ]);
}
function wildcardFindings({ kind, value, place }) {
  if (kind === void 0 || !kinds.has(kind) || !/[*?]/.test(value)) return [];
  if (kind === "AWS" && value === "*") return [];
  return [
    found(
      "UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
      `A principal of the kind ${kind} is named in full, without "*" or "?".`,
      place
    )
  ];
}
function idFindings({ kind, value, place }) {
  const id = kind === "AWS" ? /^(AROA|AIDA)[A-Z0-9]{8,124}(?:$|:)/.exec(value)?.[1] : void 0;
  if (id === void 0) return [];
  const [code, what] = id === "AROA" ? ["INVALID_ROLE_REFERENCE", "role"] : ["INVALID_USER_REFERENCE", "user"];
  return [found(code, `"${value}" is the ID of a ${what}; name the ${what} by its ARN.`, place)];
}
function federatedFindings({ kind, place }, statement, document) {
  if (kind !== "Federated" || mayBeTrustStatement(statement, document)) return [];
  return [
    found(
      "FEDERATED_PRINCIPAL_NOT_SUPPORTED",
      "Only trust policies of roles name federated principals.",
      place
    )
  ];
}
function mayBeTrustStatement({ actions: actions2 }, document) {
  if (document.resourceType !== void 0) return isTrustPolicy(document);
  return actions2.length === 0 || actions2.some(({ value }) => /^(?:sts:|[^:]*[*?])/i.test(value));
}

// src/lint/rules/structure/find-covers.ts
function findCovers(patterns, budget = 2e7) {
  const distinct2 = distinctPatterns(patterns);
  const byPrefix = sortedBy(distinct2, ({ text: text2 }) => text2);
  const bySuffix = sortedBy(distinct2, ({ reversed }) => reversed);
  const steps = { left: budget };
  const covered = /* @__PURE__ */ new Set();
  const groups = [];
  for (const outer of distinct2.toSorted((left, right) => left.size - right.size)) {
    if (covered.has(outer)) continue;
    const inner = outer.isExact || steps.left <= 0 ? [] : candidatesOf3(outer, byPrefix, bySuffix).filter(
      (other) => other !== outer && covers2(outer, other, steps)
    );
    for (const other of inner) covered.add(other);
    const members = [outer, ...inner].flatMap(({ indexes: indexes2 }) => indexes2).sort(ascending);
    if (members.length > 1) groups.push({ members });
  }
  return groups.sort((left, right) => (left.members[0] ?? 0) - (right.members[0] ?? 0));
}
function distinctPatterns(patterns) {
  const found2 = /* @__PURE__ */ new Map();
  patterns.forEach((pattern, index) => {
    const text2 = pattern.replace(/\*+/g, "*");
    const known2 = found2.get(text2);
    if (known2 === void 0) found2.set(text2, patternOf2(text2, index));
    else known2.indexes.push(index);
  });
  return [...found2.values()];
}
function patternOf2(text2, index) {
  const reversed = [...text2].reverse().join("");
  const prefix = beforeWildcard(text2);
  return {
    text: text2,
    reversed,
    prefix,
    reversedSuffix: beforeWildcard(reversed),
    isExact: prefix.length === text2.length,
    size: text2.replaceAll("*", "").length,
    indexes: [index]
  };
}
function beforeWildcard(text2) {
  const at = text2.search(/[*?]/);
  return at < 0 ? text2 : text2.slice(0, at);
}
function sortedBy(patterns, keyOf4) {
  const sorted3 = patterns.map((pattern) => ({ key: keyOf4(pattern), pattern })).sort((left, right) => compareTexts(left.key, right.key));
  return { keys: sorted3.map(({ key }) => key), patterns: sorted3.map(({ pattern }) => pattern) };
}
function candidatesOf3(outer, byPrefix, bySuffix) {
  const first = rangeWith(byPrefix, outer.prefix);
  const second = rangeWith(bySuffix, outer.reversedSuffix);
  return first.end - first.start <= second.end - second.start ? byPrefix.patterns.slice(first.start, first.end) : bySuffix.patterns.slice(second.start, second.end);
}
function rangeWith({ keys }, prefix) {
  const start = firstWhere(keys, (key) => key >= prefix);
  return { start, end: firstWhere(keys, (key) => key >= prefix && !key.startsWith(prefix)) };
}
function firstWhere(keys, isAfter) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (isAfter(keys[middle] ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}
function covers2(outer, inner, steps) {
  if (outer.size > inner.size) {
    steps.left--;
    return false;
  }
  const pattern = outer.text;
  const text2 = inner.text;
  let at = 0;
  let read = 0;
  let star = -1;
  let resume = 0;
  while (read < text2.length) {
    if (steps.left-- <= 0) return false;
    const symbol = pattern[at];
    const other = text2[read];
    if (symbol === "*") {
      star = at++;
      resume = read;
    } else if (symbol === other || symbol === "?" && other !== "*") {
      at++;
      read++;
    } else if (star >= 0) {
      at = star + 1;
      read = ++resume;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
function compareTexts(left, right) {
  return left < right ? -1 : Number(left > right);
}
function ascending(left, right) {
  return left - right;
}

// src/lint/rules/structure/redundant-patterns.ts
var checkRedundantPatterns = eachStatement((statement) => [
  ...elementsOf2(statement, "actions").flatMap(
    (actions2) => (
      // Names of actions are compared without regard to case.
      groupsOf(actions2, (text2) => text2.toLowerCase()).map(
        ({ members, longest }) => foundAll(
          "REDUNDANT_ACTION",
          `One of these ${members.length} actions covers the others; "${longest}" can go.`,
          members
        )
      )
    )
  ),
  ...elementsOf2(statement, "resources").flatMap(
    (resources) => groupsOf(resources, (text2) => text2).map(
      ({ members, longest }) => foundAll(
        "REDUNDANT_RESOURCE",
        `One of these ${members.length} resources covers the others; "${longest}" can go.`,
        members
      )
    )
  )
]);
function elementsOf2(statement, name) {
  const patterns = statement[name];
  return [patterns.filter(({ negated }) => !negated), patterns.filter(({ negated }) => negated)];
}
function groupsOf(patterns, normalise) {
  if (patterns.length < 2) return [];
  return findCovers(patterns.map(({ value }) => normalise(value))).map(({ members: indexes2 }) => {
    const members = indexes2.flatMap((index) => patterns[index] ?? []);
    const longest = members.reduce(
      (best, { value }) => value.length > best.length ? value : best,
      ""
    );
    return { members, longest };
  });
}

// src/lint/rules/structure/redundant-statements.ts
function checkRedundantStatements({ statements }) {
  const meaningful = statements.filter(
    ({ effect, actions: actions2 }) => effect !== void 0 && actions2.length > 0
  );
  return groupBy(meaningful, meaningOf).filter((group) => group.length > 1).map(
    (group) => foundAll(
      "REDUNDANT_STATEMENT",
      `${group.length} statements say the same; keep one of them.`,
      group
    )
  );
}
function meaningOf({ elements }) {
  const entries = [...elements.values()].flatMap(
    ({ name, node }) => name === "Sid" ? [] : [[name, meaningOfValue(node, elementForms.get(name) ?? exact)].join("=")]
  );
  return JSON.stringify(entries.sort());
}
var asWritten2 = (text2) => text2;
var withoutCase = (text2) => text2.toLowerCase();
var exact = { keys: asWritten2, values: asWritten2 };
var elementForms = /* @__PURE__ */ new Map([
  ["Action", { keys: asWritten2, values: withoutCase }],
  ["NotAction", { keys: asWritten2, values: withoutCase }],
  ["Condition", { keys: withoutCase, values: asWritten2 }]
]);
function meaningOfValue(node, form2) {
  switch (node.kind) {
    case "object":
      return JSON.stringify(
        node.members.map(({ key, value }) => [form2.keys(key.value), meaningOfValue(value, form2)]).sort()
      );
    case "array": {
      const items = [...new Set(node.items.map((item) => meaningOfValue(item, form2)))].sort();
      return items.length === 1 ? items[0] ?? "" : JSON.stringify(items);
    }
    case "string":
      return form2.values(node.value);
    case "number":
      return node.text;
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "hole":
      return `hole ${node.text}`;
    default:
      return node;
  }
}

// src/lint/rules/structure/resource-arns.ts
var checkResourceArns = eachStatement((statement, document) => [
  ...statement.actions.flatMap(actionFindings2),
  ...resourceFindings2(statement, document)
]);
function resourceFindings2({ resources }, document) {
  return isTrustPolicy(document) ? [] : resources.flatMap(arnFindings);
}
function arnFindings({ value, place }) {
  if (/^(?:\*+|\?)$/.test(value) || value.startsWith("${")) return [];
  const fields = splitArn(value);
  const [prefix, , service = "", , account2 = ""] = fields;
  if (prefix !== "arn")
    return [found("INVALID_ARN_PREFIX", 'A resource is "*" or an ARN that begins "arn:".', place)];
  if (fields.length < 6)
    return [
      found(
        "MISSING_ARN_FIELD",
        "An ARN has six fields: arn:partition:service:region:account:resource.",
        place
      )
    ];
  const findings = [];
  if (/[*?]/.test(service)) findings.push(wildcardInService(place));
  if (!isAccount(account2))
    findings.push(
      found("INVALID_ARN_ACCOUNT", `"${account2}" is no account ID of twelve digits.`, place)
    );
  return findings;
}
var ownersOfAws = /* @__PURE__ */ new Set([
  "aws",
  "amazon",
  "aws-marketplace",
  "cloudfront"
]);
function isAccount(account2) {
  if (account2 === "" || /^\d{12}$/.test(account2) || ownersOfAws.has(account2)) return true;
  return hasVariableSign(account2) || /[*?]/.test(account2);
}
function actionFindings2({ value, place }) {
  const colon2 = value.indexOf(":");
  const service = colon2 < 0 ? "" : value.slice(0, colon2);
  if (/^\**$/.test(service) || !/[*?]/.test(service) || hasVariableSign(value)) return [];
  return [wildcardInService(place)];
}
function wildcardInService(place) {
  return found(
    "WILDCARD_IN_SERVICE_NAME",
    "A wildcard in the name of a service takes in services that are not meant.",
    place
  );
}

// src/lint/rules/structure/trust-policy.ts
var checkTrustPolicy = eachStatement((statement, document) => {
  if (!isTrustPolicy(document)) return [];
  return [
    ...elementFindings2(statement),
    ...statement.principals.flatMap(federatedFindings2),
    ...redundantSessions(statement)
  ];
});
function elementFindings2({ elements }) {
  return [...elements.values()].flatMap(({ name, node, place }) => {
    if (name === "NotPrincipal")
      return [
        found(
          "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
          "A trust policy has no NotPrincipal; name the principals in Principal.",
          place
        )
      ];
    if (name === "Resource" || name === "NotResource")
      return [
        found(
          "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
          `A trust policy is about the role it belongs to; remove ${name}.`,
          place
        )
      ];
    if (name === "Principal" && node.kind === "string" && node.value === "*")
      return [
        found(
          "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
          'A trust policy does not take "*" as its Principal; name the principals.',
          place
        )
      ];
    return [];
  });
}
var domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,30}[a-z]{2,63}(?:\/\S{1,255})?$/i;
function federatedFindings2({ kind, value, place }) {
  if (kind !== "Federated" || domain.test(value) || isProviderArn(value)) return [];
  return [
    found(
      "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
      "A federated principal is a domain or the ARN of a SAML or OIDC provider.",
      place
    )
  ];
}
function isProviderArn(text2) {
  return /^arn:[a-z0-9-]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/[^*?]+$/.test(text2);
}
var session = /^arn:([^:]+):(?:sts|iam)::(\d{12}):assumed-role\/([^/]+)\/.+$/;
function redundantSessions({ principals }) {
  const roles = new Map(
    principals.flatMap(({ kind, value }) => {
      const arn = kind === "AWS" ? parseIamArn(value) : void 0;
      if (arn?.type !== "role") return [];
      return [[[arn.partition, arn.account, arn.name].join(":"), value]];
    })
  );
  return principals.flatMap(({ kind, value, place }) => {
    const parts = kind === "AWS" ? session.exec(value) : null;
    const role = parts === null ? void 0 : roles.get(parts.slice(1, 4).join(":"));
    if (role === void 0) return [];
    return [
      found(
        "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
        `The session is one of the role "${role}", which is listed as well.`,
        place
      )
    ];
  });
}

// src/lint/rules/structure/variables.ts
var variableRules = [
  eachStatement(variablesElsewhere),
  eachStatement(
    (statement, document) => statement.resources.flatMap((resource) => textFindings2(resource, document))
  ),
  eachCondition(conditionFindings2)
];
function variablesElsewhere({ sid, actions: actions2, principals }) {
  const texts2 = [...sid ? [sid] : [], ...principals, ...actions2];
  return texts2.flatMap(({ value, place }) => {
    const [first] = scanVariables(value);
    if (first === void 0) return [];
    return [
      found(
        "VARIABLE_UNSUPPORTED_IN_ELEMENT",
        `"${first.text}" is plain text here; only Resource and Condition take variables.`,
        place
      )
    ];
  });
}
function conditionFindings2({ operator, values }, document) {
  if (operator === void 0) return [];
  const takesVariables = comparesText2(operator.comparison);
  return values.flatMap((value) => {
    if (takesVariables) return textFindings2(value, document);
    if (!hasVariableSign(value.value)) return [];
    return [
      found(
        "INVALID_VARIABLE_FOR_OPERATOR",
        "Only operators of strings and ARNs take variables.",
        value.place
      )
    ];
  });
}
function comparesText2(comparison) {
  return comparison.startsWith("String") || comparison.startsWith("Arn");
}
var faults = {
  brace: ["MISSING_BRACE_IN_VARIABLE", 'A variable is not closed by "}".'],
  quote: [
    "MISSING_QUOTE_IN_VARIABLE",
    "The default value of a variable begins and ends with a single quote."
  ],
  space: ["UNSUPPORTED_SPACE_IN_VARIABLE", "The name of a variable holds no spaces."],
  empty: ["EMPTY_VARIABLE", "A variable without a name stands for nothing."]
};
function textFindings2({ value, place }, { hasVariables, version }) {
  if (!hasVariableSign(value)) return [];
  const variables = scanVariables(value);
  if (!hasVariables) {
    const knowsNone = version === void 0 || version.value === "2008-10-17";
    if (!knowsNone || variables.every(({ fault }) => fault !== void 0)) return [];
    return [
      found(
        "VARIABLE_UNSUPPORTED_IN_VERSION",
        "Variables are plain text before Version 2012-10-17.",
        place
      )
    ];
  }
  const present2 = new Set(variables.flatMap(({ fault }) => fault ?? []));
  return [...present2].map((fault) => {
    const [code, details] = faults[fault];
    return found(code, details, place);
  });
}

// src/lint/rules/structure/index.ts
var structureRules = [
  checkDocumentForm,
  checkPolicySize,
  checkDataTypes,
  ...elementRules,
  checkMissingElements,
  ...effectAndSidRules,
  ...principalRules,
  checkTrustPolicy,
  ...organizationPolicyRules,
  ...emptyValueRules,
  ...conditionFormRules,
  ...conditionValueRules,
  ...variableRules,
  checkResourceArns,
  checkRedundantPatterns,
  checkRedundantStatements
];
var lesserStructureRules = /* @__PURE__ */ new Set([
  checkPolicySize,
  ...emptyValueRules,
  checkRedundantPatterns,
  checkRedundantStatements
]);

// src/lint/rules/aws-rules.ts
var awsRules = [...structureRules, ...meaningRules, ...serviceRules];
var graveRules = awsRules.filter(
  (rule) => !lesserStructureRules.has(rule)
);

// src/lint/policy-entity.ts
var entityQuotas = {
  "managed-policy": { standard: 6144, most: 6144, countsSpace: false },
  "inline-user": { standard: 2048, most: 2048, countsSpace: false },
  "inline-group": { standard: 5120, most: 5120, countsSpace: false },
  "inline-role": { standard: 10240, most: 10240, countsSpace: false },
  "trust-policy": { standard: 2048, most: 8192, countsSpace: false },
  "session-policy": { standard: 2048, most: 2048, countsSpace: false },
  "service-control-policy": { standard: 10240, most: 10240, countsSpace: true },
  "resource-control-policy": { standard: 5120, most: 5120, countsSpace: true }
};

// src/lint/rules/own/entity-size.ts
function checkEntitySize(document, entity) {
  const { standard, most, countsSpace } = entityQuotas[entity];
  const text2 = documentText(document);
  const size = countsSpace ? text2.length : text2.replace(/\s+/g, "").length;
  if (size <= standard) return [];
  if (size <= most)
    return [
      found(
        "POLICY_SIZE_NEEDS_QUOTA_INCREASE",
        `The policy has ${size} characters; above ${standard} the quota has to be raised.`,
        document.place
      )
    ];
  return [
    found(
      "POLICY_SIZE_EXCEEDS_ENTITY_QUOTA",
      `The policy has ${size} characters; ${most} is the most here.`,
      document.place
    )
  ];
}

// src/lint/rules/own/arn-never-matches.ts
var checkArnsThatNeverMatch = eachStatement(
  (statement) => arnsOf(statement).flatMap(({ value, place }) => {
    const reason = reasonOf2(value);
    return reason === void 0 ? [] : [found("ARN_NEVER_MATCHES", reason, place)];
  })
);
function arnsOf({ resources, conditions: conditions2 }) {
  const compared = conditions2.filter(({ operator }) => operator?.comparison.startsWith("Arn"));
  return [...resources, ...compared.flatMap(({ values }) => values)];
}
var region = /^[a-z]{2,4}(?:-[a-z]{2,10}){1,3}-\d$/;
function reasonOf2(text2) {
  const [prefix, partition, service, inRegion = "", inAccount = "", resource] = splitArn(text2);
  if (prefix !== "arn" || resource === void 0) return void 0;
  if (partition === "") return 'The partition is missing; most accounts are in "aws".';
  if (service === "") return "The service is missing: the fields after it stand one too late.";
  if (resource === "") return "The resource is missing at the end of the ARN.";
  if (/^\d{12}$/.test(inRegion)) return "An account ID stands where the Region belongs.";
  if (region.test(inAccount)) return "A Region stands where the account ID belongs.";
  return void 0;
}

// src/lint/rules/own/github-subjects.ts
var checkGithubSubjects = eachStatement(
  (statement) => subjectsOf(statement).flatMap(subjectFindings)
);
function subjectsOf({ effect, conditions: conditions2 }) {
  if (effect !== "Allow") return [];
  return conditions2.filter(
    ({ key, operator }) => key.toLowerCase() === "token.actions.githubusercontent.com:sub" && operator?.comparison.startsWith("String") && !operator.negated
  ).flatMap(({ values }) => values);
}
var otherClaim = /^[a-z][a-z_]{0,40}:/;
function subjectFindings({ value, place }) {
  if (value.startsWith("${")) return [];
  if (/^[*?]/.test(value) || /^r?e?p?o?[*?]/.test(value)) return [openToOthers(place)];
  if (!value.startsWith("repo:")) {
    if (otherClaim.test(value)) return [];
    return [
      found(
        "GITHUB_SUBJECT_WITHOUT_CLAIM",
        'Subjects begin with the name of a claim: write "repo:owner/name:…".',
        place
      )
    ];
  }
  const [repository = ""] = value.slice("repo:".length).split(":");
  const [owner = "", name = ""] = repository.split("/");
  if (hasOpenName(owner)) return [openToOthers(place)];
  if (!/^[*?]/.test(name)) return [];
  return [
    found(
      "GITHUB_SUBJECT_OPEN_TO_OWNER",
      `Workflows of every repository of "${owner}" match; name the repository.`,
      place
    )
  ];
}
function hasOpenName(part) {
  const [name = ""] = part.split("@");
  return /[*?]/.test(name);
}
function openToOthers(place) {
  return found(
    "GITHUB_SUBJECT_OPEN_TO_OTHERS",
    "The owner is left open, so that workflows of other people match.",
    place
  );
}

// src/lint/rules/own/placeholders.ts
var checkPlaceholders = eachStatement(
  (statement) => textsOf5(statement).flatMap(({ value, place }) => {
    const placeholder = placeholders.exec(value)?.[0];
    if (placeholder === void 0) return [];
    return [
      found(
        "DOCUMENTATION_PLACEHOLDER",
        `"${placeholder}" stands in examples of the documentation; write your own value.`,
        place
      )
    ];
  })
);
var placeholders = /(?<!\d)(?:111122223333|123456789012|444455556666|777788889999)(?!\d)|AccountNumber-WithoutHyphens|amzn-s3-demo-[a-z]+|(?:AKIA|AIDA|AROA|ASIA)[A-Z0-9]{1,20}EXAMPLE|\bo-exampleorgid\b/i;
function textsOf5({ principals, resources, conditions: conditions2 }) {
  return [...principals, ...resources, ...conditions2.flatMap(({ values }) => values)];
}

// src/lint/rules/own/text-faults.ts
function checkCharacters({ text: text2, root }) {
  for (let at = root.start; at < root.end; at++) {
    const code = text2.charCodeAt(at);
    const isAccepted = code >= 32 && code <= 255 || [9, 10, 13].includes(code);
    if (!isAccepted)
      return [
        found(
          "UNACCEPTED_CHARACTER",
          `IAM does not take the character U+${code.toString(16).toUpperCase().padStart(4, "0")}.`,
          { path: [], start: at, end: at + 1 }
        )
      ];
  }
  return [];
}
function checkDuplicateMembers({ root }) {
  return duplicatesIn(root, []);
}
function duplicatesIn(node, path) {
  if (node.kind === "array")
    return node.items.flatMap((item, index) => duplicatesIn(item, [...path, { index }]));
  if (node.kind !== "object") return [];
  const seen = /* @__PURE__ */ new Set();
  return node.members.flatMap(({ key, value }) => {
    const isRepeated = seen.has(key.value);
    seen.add(key.value);
    const inner = duplicatesIn(value, [...path, { value: key.value }]);
    if (!isRepeated) return inner;
    const place = placeOf2(key, [...path, { key: key.value }]);
    return [found("DUPLICATE_ELEMENT", `"${key.value}" stands here twice.`, place), ...inner];
  });
}

// src/lint/rules/own/index.ts
var ownRules = [
  checkCharacters,
  checkDuplicateMembers,
  checkPlaceholders,
  checkArnsThatNeverMatch,
  checkGithubSubjects
];

// src/lint/rules/services/key-never-sent.ts
var keyNeverSentRule = (document, data) => document.statements.flatMap(
  (statement) => statement.conditions.flatMap((condition) => neverSent(statement, condition, data))
);
function neverSent({ actions: actions2 }, { key, operator, keyPlace }, data) {
  const prefix = splitAction(key.toLowerCase()).prefix;
  if (operator === void 0 || operator.ifExists || operator.comparison === "Null") return [];
  if (strictServices.has(prefix) || data.globalKey(key) !== void 0) return [];
  if (data.service(prefix)?.conditionKey(key) === void 0 || actions2.length === 0) return [];
  if (!actions2.every((action) => isWithout(action, prefix, key, data))) return [];
  return [
    found(
      "CONDITION_KEY_NEVER_SENT",
      `None of the actions of this statement comes with ${key}.`,
      keyPlace
    )
  ];
}
function isWithout({ value, negated }, service, key, data) {
  const { prefix, name } = splitAction(value);
  if (negated || /[*?]/.test(value) || prefix.toLowerCase() !== service) return false;
  const action = data.service(service)?.action(name);
  return action !== void 0 && !takes2(action, key);
}

// src/lint/rules/services/resource-of-no-action.ts
var judged = /* @__PURE__ */ new Set(["dynamodb", "iam", "kms", "s3", "sns", "sqs"]);
var resourceOfNoActionRule = (document, data) => document.statements.flatMap((statement) => inStatement(statement, data));
function inStatement({ actions: actions2, resources }, data) {
  if (actions2.length === 0 || actions2.some(({ negated }) => negated)) return [];
  if (actions2.some(({ value }) => !/^[^*?]+:/.test(value))) return [];
  const arns = resources.filter(({ value, negated }) => !negated && isJudged(value));
  if (arns.length === 0) return [];
  const matched = actions2.map(({ value }) => matchActions(value, data));
  if (matched.some((found2) => found2.length === 0)) return [];
  const formats2 = formatsOf3(matched.flat());
  if (formats2 === void 0) return [];
  return arns.filter(({ value }) => {
    const fields = fieldsOf2(value);
    return !formats2.some((format) => arnsMeet(fields, format));
  }).map(
    ({ value, place }) => found("RESOURCE_OF_NO_ACTION", `No action of this statement works on ${value}.`, place)
  );
}
function isJudged(arn) {
  const fields = splitArn(arn);
  return fields[0] === "arn" && fields.length === 6 && judged.has(fields[2] ?? "");
}
function formatsOf3(matched) {
  if (matched.some(({ action }) => action.resourceTypes.length === 0)) return void 0;
  const arns = matched.flatMap(
    ({ service, action }) => service.resourceTypes.filter(({ name }) => action.resourceTypes.includes(name))
  );
  return [...new Set(arns.map(({ arn }) => arn))].map(fieldsOf2);
}
function arnsMeet(arn, format) {
  return [2, 5].every((index) => patternsMeet(arn[index] ?? "", format[index] ?? ""));
}
function fieldsOf2(arn) {
  return splitArn(arn).map((field) => field.replace(/\$\{[^{}]*\}/g, "*"));
}

// src/lint/rules/services/own-service-rules.ts
var ownServiceRules = [keyNeverSentRule, resourceOfNoActionRule];

// src/lint/lint-policy.ts
function lintPolicy(source, given) {
  const options = optionsOf(given);
  const text2 = typeof source === "string" ? source : textOf4(source);
  const parsed2 = parseJson(text2);
  if (parsed2.ok) return lintTree(parsed2.tree, options);
  const { offset, message } = parsed2.fault;
  const { line, column } = positionsOf(text2)(offset);
  return reportOfOne(text2, options, {
    issueCode: "JSON_SYNTAX_ERROR",
    details: `The JSON is broken at index ${offset}, line ${line}, column ${column}. ${message}`,
    places: [{ path: [], start: offset, end: offset }]
  });
}
function lintTree(tree, given) {
  const options = optionsOf(given);
  const { policyType, resourceType, entity, data = bundledActionData() } = options;
  const document = readLintDocument(tree, { policyType, resourceType });
  if (document === void 0)
    return reportOfOne(tree.text, options, {
      issueCode: "DATA_TYPE_MISMATCH",
      details: "A policy is an object.",
      places: [placeOf2(tree.root, [])]
    });
  return lintReport({
    text: tree.text,
    findings: awsRules.flatMap((rule) => rule(document, data)),
    ownFindings: [
      ...sizeFindings(document, entity),
      ...[...ownRules, ...ownServiceRules].flatMap((rule) => rule(document, data))
    ],
    dataDate: data.date
  });
}
function optionsOf(given) {
  const { policyType = "IDENTITY_POLICY", ...others } = given ?? {};
  if (policyTypes.includes(policyType)) return { policyType, ...others };
  throw new RangeError(
    `"${String(policyType)}" is no type of policy; there are ${policyTypes.join(", ")}.`
  );
}
function sizeFindings(document, entity) {
  return entity === void 0 ? [] : checkEntitySize(document, entity);
}
function reportOfOne(text2, { data }, finding) {
  const { date } = data ?? bundledActionData();
  return lintReport({ text: text2, findings: [finding], ownFindings: [], dataDate: date });
}
function textOf4(source) {
  return treeOfValue(source) === void 0 ? "" : JSON.stringify(source) ?? "";
}

// src/lint/find-grave-codes.ts
function findGraveCodes(document, kind) {
  if (isFlawless(document, kind)) return [];
  const grave = lintPolicy(document, kind).findings.filter(
    ({ findingType }) => findingType === "ERROR" || findingType === "SECURITY_WARNING"
  );
  return [...new Set(grave.map(({ issueCode }) => issueCode))];
}
function isFlawless(document, { policyType, resourceType, data = bundledActionData() }) {
  const root = treeOfValue(document);
  if (root === void 0) return false;
  const read = readLintDocument({ text: "", root }, { policyType, resourceType });
  if (read === void 0) return false;
  return graveRules.every(
    (rule) => rule(read, data).every(({ issueCode }) => lesserCodes.has(issueCode))
  );
}
var lesserCodes = new Set(
  catalogue().flatMap(
    ({ issueCode, findingType }) => findingType === "WARNING" || findingType === "SUGGESTION" ? [issueCode] : []
  )
);

// src/rights-left.ts
function rightsLeft(holder) {
  const context = ownContext(holder);
  const identity = holder.identity.filter(mayHoldOneBack);
  const boundary = holder.boundary && isPolicy2(holder.boundary) ? holder.boundary : void 0;
  const isLeft = (read) => requestsOf(holder).some(
    (request) => evaluateRequest(
      { ...request, principal: holder.principal, context },
      { identity: [everything2, ...identity.map(read)], boundary: boundary && read(boundary) }
    ).decision === "allowed"
  );
  if (!isLeft((document) => withoutUnclear(document, new Set(Object.keys(context).map(lowerCase2)))))
    return "none";
  return isLeft((document) => document) ? "surely" : "perhaps";
}
var everything2 = { Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
function mayHoldOneBack(document) {
  return statementsOf(document).some(isDeny2) && isPolicy2(document);
}
function isPolicy2(document) {
  try {
    readPolicy(document);
    return true;
  } catch (error) {
    if (error instanceof PolicyFormatError) return false;
    throw error;
  }
}
function isDeny2({ Effect }) {
  return Effect === "Deny";
}
function requestsOf({ partition, account: account2 }) {
  return probesIn({ account: { partition, account: account2 }, isNamed: false }).map(
    ({ action, resource }) => ({ action, resource: resource.replace(/\*$/, "any-other") })
  );
}
function ownContext({
  partition,
  account: account2,
  principal: principal2
}) {
  const { iamRegion } = findPartition(partition) ?? {};
  return {
    "aws:PrincipalArn": principal2,
    "aws:PrincipalAccount": account2,
    "aws:ResourceAccount": account2,
    "aws:PrincipalIsAWSService": "false",
    "aws:ViaAWSService": "false",
    "aws:SecureTransport": "true",
    ...iamRegion === void 0 ? {} : { "aws:RequestedRegion": iamRegion }
  };
}
function withoutUnclear(document, known2) {
  const isClear = ({ Condition = {} }) => Object.values(Condition).every(
    (keys) => Object.keys(keys).every((key) => known2.has(lowerCase2(key)))
  );
  return {
    ...document,
    Statement: statementsOf(document).filter((one2) => !isDeny2(one2) || isClear(one2))
  };
}
function lowerCase2(text2) {
  return text2.toLowerCase();
}
export {
  FormatFault,
  PolicyFormatError,
  adminPower,
  asList,
  bundledActionData,
  canonicalJson,
  canonicalPolicy,
  checkAccessNotGranted,
  checkNoPublicAccess,
  compareAccess,
  compareEffectiveAccess,
  describeActions,
  describeCondition,
  describePrincipals,
  describeResource,
  describeResources,
  diffAccess,
  diffEffectiveAccess,
  entityQuotas,
  evaluateRequest,
  explainDecision,
  explainPolicy,
  explainRefusal,
  findGraveCodes,
  findIdleStatements,
  findPartition,
  formatArn,
  iamArn,
  layerNames,
  lintPolicy,
  lintTree,
  matchesPattern,
  memberOf,
  operatorNames,
  ownContext,
  parseArn,
  parseConditionOperator,
  parseIamArn,
  parseJson,
  partitions,
  patternCovers,
  patternsMeet,
  policyOf,
  policyResourceTypes,
  policySize,
  policyTypes,
  positionsOf,
  printJson,
  readPolicy,
  rightsLeft,
  samePolicy,
  statementsOf,
  trustPolicyType
};
