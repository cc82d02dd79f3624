/** A field of business with its words, so that generated code reads as if somebody had needed it. */
export interface Domain {
  readonly name: string;
  /** Countable things, singular; their plural takes an `s`. */
  readonly things: readonly string[];
  /** What is a number about them. */
  readonly amounts: readonly string[];
  /** What is a text about them. */
  readonly labels: readonly string[];
  /** What is done with them. */
  readonly verbs: readonly string[];
}

const domain = (name: string, things: string, amounts: string, labels: string, verbs: string): Domain => ({
  name,
  things: things.split(" "),
  amounts: amounts.split(" "),
  labels: labels.split(" "),
  verbs: verbs.split(" "),
});

export const DOMAINS: readonly Domain[] = [
  domain(
    "billing",
    "invoice payment refund voucher receipt subscription charge statement installment credit",
    "total discount surcharge rebate deposit outstanding",
    "currency reference payer terms status",
    "settle collect reconcile approve issue",
  ),
  domain(
    "shipping",
    "parcel shipment pallet courier depot manifest container waybill crate consignment",
    "weight volume postage mileage duration capacity",
    "destination origin carrier barcode route",
    "dispatch deliver reroute consolidate unload",
  ),
  domain(
    "library",
    "book loan reader shelf chapter reservation author volume catalog bookmark",
    "pages copies fine edition rating popularity",
    "title isbn genre publisher language",
    "lend renew shelve reserve annotate",
  ),
  domain(
    "weather",
    "station sensor reading forecast storm sample balloon gauge alert probe",
    "temperature humidity pressure rainfall altitude visibility",
    "region condition instrument bulletin season",
    "measure calibrate predict interpolate smooth",
  ),
  domain(
    "clinic",
    "patient visit prescription nurse ward allergy referral vaccine appointment dose",
    "dosage pulse waiting age severity stay",
    "diagnosis physician symptom insurer ward_name",
    "admit schedule examine triage discharge",
  ),
  domain(
    "farming",
    "field harvest tractor silo orchard seed barn crop irrigation herd",
    "acreage harvest_size moisture price fertility rows",
    "variety soil parcel_code supplier plot",
    "plant water rotate gather fertilize",
  ),
  domain(
    "music",
    "track album playlist artist concert venue chord rehearsal instrument ticket",
    "tempo length plays royalty loudness bitrate",
    "genre composer key mood lyricist",
    "play mix arrange record transpose",
  ),
  domain(
    "school",
    "student course lesson exam teacher grade classroom essay timetable quiz",
    "score credits attendance marks points attempts",
    "subject semester surname locker campus",
    "enroll grade_work promote examine assign",
  ),
  domain(
    "network",
    "packet router session gateway socket peer tunnel request firewall probe",
    "latency bandwidth retries timeout jitter hops",
    "address hostname protocol payload zone",
    "route throttle inspect forward resolve",
  ),
  domain(
    "kitchen",
    "recipe ingredient order table dish menu oven guest tray pantry",
    "servings calories portion temperature cost minutes",
    "cuisine spice chef allergen course",
    "cook season plate chill serve",
  ),
  domain(
    "energy",
    "meter turbine battery panel grid tariff outage inverter substation feeder",
    "voltage load output frequency consumption reserve",
    "phase operator site model circuit",
    "charge balance shed monitor curtail",
  ),
  domain(
    "games",
    "player quest monster guild weapon tournament level match potion dungeon",
    "health mana damage experience gold armor",
    "nickname faction rank biome skill",
    "spawn heal upgrade defeat trade",
  ),
  domain(
    "transit",
    "train stop line ticket platform driver passenger signal timetable wagon",
    "delay fare speed distance seats headway",
    "terminus direction operator gate zone",
    "board couple depart announce reroute",
  ),
  domain(
    "press",
    "article column headline editor issue photo caption reader quote correction",
    "words reads shares clicks revenue position",
    "byline section slug tone desk",
    "publish draft retract proofread syndicate",
  ),
];

export const ADJECTIVES = (
  "open pending recent archived daily weekly monthly local remote draft final active stale early late regular urgent " +
  "visible hidden primary spare foreign domestic shared private merged split rounded partial complete scheduled overdue"
).split(" ");

/** Words with letters beyond ASCII, which are good names in Python and JavaScript. */
export const FOREIGN_DOMAINS: readonly Domain[] = [
  domain(
    "mercado",
    "piñata campaña montaña señal español rincón limón",
    "tamaño número crédito peso altura",
    "categoría descripción dirección teléfono región",
    "añadir medir pagar enviar",
  ),
  domain(
    "werkstatt",
    "schlüssel träger größe prüfung brücke gehäuse",
    "länge höhe breite stückzahl gewicht",
    "straße händler maßeinheit kürzel zustand",
    "prüfen löten fräsen messen",
  ),
  domain(
    "železnice",
    "vůz průvodčí trať peníze jízdenka stůl",
    "délka výška kapacita počet zpoždění",
    "směr číslo_vlaku třída kolej město",
    "řídit měřit počítat poslat",
  ),
];
