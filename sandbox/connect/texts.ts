/** Languages of the Connect pages. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const en = {
  badge: 'Simulated · no real car maker account',
  connectYourCar: 'Connect your car',
  preamble:
    'An application asks to connect to your car. You choose the car and see what it may do before you agree.',
  country: 'Country',
  language: 'Language',
  continue: 'Continue',
  backToApp: 'Back to the app',
  chooseBrand: 'Choose your car’s brand',
  searchBrand: 'Search brands',
  search: 'Search',
  showAll: 'Show all',
  noBrand: 'No brand matches.',
  notListed: 'My brand is not listed',
  phoneOnly: 'phone only',
  phoneOnlyTitle: 'Use your phone',
  phoneOnlyText: 'This brand can only be connected from the application on a phone.',
  otherBrand: 'Choose another brand',
  logInTo: 'Log in to',
  loginHint: 'Any e-mail and any password work here. Nothing is sent to a car maker.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  cancelLogin: 'Cancel login',
  loginRefused:
    'Enter a well-formed e-mail address and a password of an account that holds the car.',
  popupHint: 'The car maker’s login opens in a window of its own.',
  popupOpen: 'Open the login',
  popupStrange: 'This window does not belong to the one that opened it.',
  testLogins: 'Special test logins',
  testLoginSuccess: 'one Audi that allows everything',
  testLoginIncompatible: 'a car that cannot be connected',
  testLoginSubscription: 'a car without an active subscription',
  testLoginMany: 'so many cars (0 to 999)',
  testLoginVin: 'this VIN; also @phev, @bev, @fuel, @incompatible',
  testLoginError: 'readings fail with this error; any TYPE.CODE',
  chooseVehicles: 'Choose vehicles',
  chooseVehicle: 'Choose a vehicle',
  mayDo: 'The application may',
  required: 'required',
  lacks: 'cannot be connected, lacks:',
  chooseOne: 'Choose at least one vehicle.',
  allow: 'Allow access',
  deny: 'Do not allow',
  problemTitle: 'This did not work',
  share: 'Share the vehicle’s details with the application',
  incompatible: 'This vehicle is not compatible.',
  brandUnsupported: 'This brand cannot be connected here.',
  subscription: 'The connected services subscription of this vehicle is not active.',
  noVehicles: 'This account holds no vehicle.',
  wrongMode: 'Test logins work only in simulated mode.',
  skippedStep: 'A step of Connect was skipped.',
  expiredTitle: 'This page has expired',
  expiredText: 'Close it and start again from the application.',
  doneTitle: 'Done',
  doneText: 'You can close this window and return to the application.',
  capacityTitle: 'Which battery does your car have?',
  save: 'Save',
} as const;

export type TextKey = keyof typeof en;
export type Texts = Readonly<Record<TextKey, string>>;

const de: Texts = {
  badge: 'Simuliert · kein echtes Herstellerkonto',
  connectYourCar: 'Auto verbinden',
  preamble:
    'Eine Anwendung möchte sich mit Ihrem Auto verbinden. Sie wählen das Auto und sehen, was sie darf, bevor Sie zustimmen.',
  country: 'Land',
  language: 'Sprache',
  continue: 'Weiter',
  backToApp: 'Zurück zur Anwendung',
  chooseBrand: 'Automarke wählen',
  searchBrand: 'Marke suchen',
  search: 'Suchen',
  showAll: 'Alle zeigen',
  noBrand: 'Keine Marke passt.',
  notListed: 'Meine Marke fehlt',
  phoneOnly: 'nur am Telefon',
  phoneOnlyTitle: 'Bitte am Telefon',
  phoneOnlyText: 'Diese Marke lässt sich nur am Telefon verbinden.',
  otherBrand: 'Andere Marke wählen',
  logInTo: 'Anmelden bei',
  loginHint:
    'Hier gelten jede E-Mail-Adresse und jedes Passwort. Nichts wird an einen Hersteller gesendet.',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  cancelLogin: 'Anmeldung abbrechen',
  loginRefused: 'Bitte E-Mail-Adresse und Passwort eines Kontos eingeben, zu dem das Auto gehört.',
  popupHint: 'Die Anmeldung beim Hersteller öffnet sich in einem eigenen Fenster.',
  popupOpen: 'Anmeldung öffnen',
  popupStrange: 'Dieses Fenster gehört nicht zu dem, das es geöffnet hat.',
  testLogins: 'Besondere Testkonten',
  testLoginSuccess: 'ein Audi, der alles erlaubt',
  testLoginIncompatible: 'ein Auto, das sich nicht verbinden lässt',
  testLoginSubscription: 'ein Auto ohne aktiven Vertrag',
  testLoginMany: 'so viele Autos (0 bis 999)',
  testLoginVin: 'diese Fahrgestellnummer; auch @phev, @bev, @fuel, @incompatible',
  testLoginError: 'Abfragen scheitern mit diesem Fehler; jedes TYPE.CODE',
  chooseVehicles: 'Fahrzeuge wählen',
  chooseVehicle: 'Fahrzeug wählen',
  mayDo: 'Die Anwendung darf',
  required: 'erforderlich',
  lacks: 'lässt sich nicht verbinden, es fehlt:',
  chooseOne: 'Bitte mindestens ein Fahrzeug wählen.',
  allow: 'Zugriff erlauben',
  deny: 'Nicht erlauben',
  problemTitle: 'Das hat nicht geklappt',
  share: 'Fahrzeugdaten der Anwendung mitteilen',
  incompatible: 'Dieses Fahrzeug lässt sich nicht verbinden.',
  brandUnsupported: 'Diese Marke lässt sich hier nicht verbinden.',
  subscription: 'Der Vertrag für die Online-Dienste dieses Fahrzeugs ist nicht aktiv.',
  noVehicles: 'Zu diesem Konto gehört kein Fahrzeug.',
  wrongMode: 'Testkonten gelten nur im simulierten Betrieb.',
  skippedStep: 'Ein Schritt wurde übersprungen.',
  expiredTitle: 'Diese Seite ist abgelaufen',
  expiredText: 'Bitte schließen und in der Anwendung neu beginnen.',
  doneTitle: 'Fertig',
  doneText: 'Sie können dieses Fenster schließen und zur Anwendung zurückkehren.',
  capacityTitle: 'Welche Batterie hat Ihr Auto?',
  save: 'Speichern',
};

const CATALOGUE: Readonly<Record<Language, Texts>> = { en, de };

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return CATALOGUE[language];
}

/** The first language of an `accept-language` header that the pages have. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((code): code is Language => Object.hasOwn(LANGUAGES, code)) ?? 'en';
}
