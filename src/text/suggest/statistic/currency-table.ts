import { wordSet } from '../../word-set.ts';
import { nameTable } from './name-table.ts';

/** Signs and codes that stand before a figure ("$", "us$", "eur"), lower case, to the unit's name. */
export const CURRENCY_SIGNS = nameTable(`
  dollar | $ | us$ | u.s.$ | u.s$ | usd$ | usd | dollars
  australian dollar | a$ | au$ | aud | aud$
  canadian dollar | c$ | ca$ | cad | cad$ | cdn$
  new zealand dollar | nz$ | nzd | nzd$
  hong kong dollar | hk$ | hkd
  singapore dollar | s$ | sgd
  taiwan dollar | nt$ | twd
  jamaican dollar | j$
  zimbabwe dollar | z$
  brazilian real | r$ | brl
  mexican peso | mex$ | mx$ | mxn | mxn$
  pound sterling | £ | gbp
  egyptian pound | e£ | egp
  euro | € | eur
  japanese yen | ¥ | jpy
  chinese yuan | rmb | cny | cn¥
  indian rupee | ₹ | inr | rs | rs.
  pakistani rupee | pkr
  south korean won | ₩ | krw
  russian rouble | ₽ | rub
  turkish lira | ₺ | try
  nigerian naira | ₦ | ngn | n
  philippine peso | ₱ | php
  israeli shekel | ₪ | ils
  vietnamese dong | ₫ | vnd
  thai baht | ฿ | thb
  ukrainian hryvnia | ₴ | uah
  ghanaian cedi | ₵ | gh₵ | gh¢ | ghs
  costa rican colón | ₡
  georgian lari | ₾
  lao kip | ₭
  swiss franc | chf | sfr
  south african rand | zar | r
  kenyan shilling | ksh | kshs | kes
  tanzanian shilling | tsh | tzs
  ugandan shilling | ush | ugx
  shilling | sh | shs
  indonesian rupiah | rp | rp. | idr
  polish zloty | pln | zł
  czech koruna | czk | kč
  hungarian forint | huf
  danish krone | dkk
  norwegian krone | nok
  swedish krona | sek
  bitcoin | ₿ | btc
  dirham | dh | dhs | aed
  malaysian ringgit | rm
  bangladeshi taka | tk | ৳
  sen
  cent | ¢
`);

/** Names and codes that stand behind a figure, lower case, singular; several words joined by one space. */
export const CURRENCY_NAMES = nameTable(`
  dollar | usd | buck | $ | us dollar | u.s. dollar | american dollar | united states dollar
  euro | eur | €
  pound sterling | pound | sterling | british pound | gbp | quid | £
  egyptian pound
  penny
  pence
  cent | ¢ | us cent
  japanese yen | yen | jpy | ¥
  chinese yuan | yuan | renminbi | rmb | cny | kuai | 元
  indian rupee | rupee | inr | ₹
  pakistani rupee | pkr
  sri lankan rupee | ரூ
  russian rouble | rouble | ruble | russian ruble | ₽
  south korean won | won | krw | korean won
  north korean won
  turkish lira | lira | ₺
  australian dollar | aud
  canadian dollar | cad
  new zealand dollar | nzd
  hong kong dollar | hkd
  singapore dollar | sgd
  taiwan dollar
  swiss franc | chf
  french franc
  franc
  mark
  german mark | deutsche mark
  finnish markka | markka
  spanish peseta | peseta
  peso
  mexican peso | mxn
  philippine peso
  argentine peso
  chilean peso
  colombian peso
  swedish krona | krona | kronor | sek
  krone | kroner
  danish krone | dkk
  norwegian krone | nok
  polish zloty | zloty | zlotys
  hungarian forint | forint
  czech koruna | koruna
  dutch guilder | guilder
  south african rand | rand | zar
  nigerian naira | naira
  ghanaian cedi | cedi
  shilling | kenyan shilling
  saudi riyal | riyal
  dirham
  dinar
  israeli shekel | shekel
  thai baht | baht
  malaysian ringgit | ringgit
  indonesian rupiah | rupiah
  ukrainian hryvnia | hryvnia | ₴
  bangladeshi taka | taka
  vietnamese dong | dong
  brazilian real | reais
  venezuelan bolivar | bolivar | bolivars
  iranian rial | rial
  costa rican colón | ₡
  georgian lari | lari | ₾
  lao kip | kip | ₭
  bitcoin | btc
  ether
  satoshi
  dime
  nickel
  guinea
`);

/** The hundredth part that may follow: "3 dollars 50 cents", "two pounds 50 pence". */
export const SUBUNITS = wordSet(`
  cent cents pence penny p kopeks paise
`);
