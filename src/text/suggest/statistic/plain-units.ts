import { nameTable } from './name-table.ts';

/** What stands behind an amount in many languages, to the unit's name: per cent, money, measures. Lower case. */
export const PLAIN_UNITS: readonly (readonly [spelling: string, name: string])[] = [
  ...nameTable(
    `
    =percent | % | prozent | pour cent | por ciento | por cento | per cento | procent | prosent | prosenttia | procento
      | procenta | procentów | percent | percento | százalék | yüzde | persen | процент | процента | процентов | відсоток
      | відсотки | відсотків | процентів | τοις εκατό | パーセント | 퍼센트 | प्रतिशत | फीसदी | फ़ीसदी | শতাংশ | بالمئة | بالمائة
      | في المئة | في المائة | درصد | فیصد | אחוז | אחוזים | เปอร์เซ็นต์
    =percentage point | prozentpunkte | prozentpunkt | prozentpunkten | points de pourcentage | puntos porcentuales
      | pontos percentuais | punti percentuali | procentpunkter | 百分点 | ポイント
    =euro | € | euro | euros | eur | евро | євро | ευρώ | 欧元 | 歐元 | ユーロ | 유로 | يورو
    =dollar | $ | us$ | usd | dollar | dollars | dólar | dólares | dollari | dollaro | dollaria | dolar | dolarów | dolarů
      | долларов | доллара | доллар | доларів | δολάρια | 美元 | ドル | 달러 | डॉलर | دولار | דולר | dolares
    =pound sterling | £ | gbp | livres sterling | libras esterlinas | 英镑 | ポンド
    =swiss franc | chf | franken | franchi | francs
    =brazilian real | r$ | brl | reais
    =japanese yen | 日元 | 円 | jpy | yen
    =chinese yuan | 元 | 人民币 | 人民幣 | cny | rmb | yuan
    =south korean won | ₩ | 원 | krw
    =indian rupee | ₹ | रुपये | रुपए | रुपया | inr
    =russian rouble | ₽ | рублей | рубля | рубль | руб | rub
    =ukrainian hryvnia | ₴ | гривень | гривні | грн | uah
    =polish zloty | zł | złotych | złote | pln
    =czech koruna | kč | czk | korun | koruny
    =hungarian forint | ft | forint | huf
    =romanian leu | lei | leu | ron
    =turkish lira | ₺ | lira | liralık | tl
    =indonesian rupiah | rp | rupiah | idr
    =vietnamese dong | ₫ | đồng | vnd
    =thai baht | ฿ | บาท | thb
    =israeli shekel | ₪ | שקל | שקלים | ש"ח
    =krone | kr | kroner | kronor
    =kilometre | km | kilometer | kilomètres | kilómetros | quilômetros | chilometri | километров | 公里 | キロ | किलोमीटर
    =square kilometre | km² | km2 | quadratkilometer | 平方公里
    =square metre | m² | m2 | quadratmeter | mètres carrés | metros cuadrados | 平方米
    =hectare | ha | hektar | hectares | hectáreas | ettari | гектаров
    =kilometre per hour | km/h
    =kilogram | kg | kilo | kilogramm | kilogrammes | 公斤 | キログラム
    =tonne | tonnen | tonnes | toneladas | tonnellate | ton | тонн | 吨 | トン | 톤
    =celsius | °c | ° c | grad celsius | ℃
    =kilowatt hour | kwh
    =megawatt | mw
    =gigawatt | gw
    =terawatt hour | twh
  `.replace(/\n\s+\|/gu, ' |'),
  ),
].sort(([a], [b]) => b.length - a.length);

/** Money among the units. */
const NO_MONEY = /percent|metre|hectare|kilogram|tonne|celsius|watt/u;

export const isMoney = (unit: string): boolean => !NO_MONEY.test(unit);
