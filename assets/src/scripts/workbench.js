// Makes pages quicker. Every page works without it: each act is a form with an address.
// Never: holds state the server does not have, and never sends anything to another host.
import { startClocks } from "./clocks.js";
import { startCrossing } from "./crossing.js";
import { startForms } from "./forms.js";
import { startGapMap } from "./gapmap.js";
import { startKeys } from "./keys.js";
import { startLaw } from "./law.js";
import { startLive } from "./live.js";

startForms(document);
startLaw(document);
startClocks(document);
startKeys(document);
startLive(document);
startGapMap(document);
startCrossing(document);
