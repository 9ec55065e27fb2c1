import { wordSet } from '../../word-set.ts';
import { nameTable } from './name-table.ts';

/** Units in words, lower case and singular, several words joined by one space, to the normal form. */
export const UNIT_WORDS = nameTable(`
  percent | per cent | pct | percentage | per cents
  percentage point | percent point | per cent point | pct point | ppt
  basis point | bps | bp
  year | yr
  month
  week | wk
  day
  hour | hr
  minute | min
  second | sec
  millisecond
  microsecond
  nanosecond
  decade
  century
  fortnight
  kilometre | kilometer | km
  metre | meter
  centimetre | centimeter | cm
  millimetre | millimeter | mm
  decimetre | decimeter | dm
  micrometre | micrometer | micron
  nanometre | nanometer | nm
  picometre | picometer
  mile | mi
  nautical mile
  light year | light-year
  astronomical unit
  foot | ft
  inch
  yard | yd
  fathom
  furlong
  square kilometre | square kilometer | square km | sq km | sq. km | km² | km2
  square metre | square meter | square m | sq m | sq. m | sqm | m² | m2
  square centimetre | square centimeter | sq cm | cm² | cm2
  square mile | sq mi | sq mile | sq. mile
  square foot | sq ft | sq. ft | ft² | ft2 | sqft
  square inch | sq in
  square yard
  hectare | ha
  acre
  cubic metre | cubic meter | cubic m | cu m | m³ | m3
  cubic foot | cu ft
  cubic kilometre | cubic kilometer | cubic km | cu km | km³ | km3
  cubic centimetre | cubic centimeter | cubic cm | cu cm | cc | cm³ | cm3
  cubic yard
  cubic inch
  kilogram | kilogramme | kilo | kg
  gram | gramme
  milligram | milligramme | mg
  microgram | mcg | µg | μg
  tonne | metric ton | metric tonne
  ton | short ton | long ton
  kiloton | kilotonne
  megaton | megatonne
  gigaton | gigatonne
  pound | lb
  stone
  ounce | oz
  fluid ounce | fl oz
  carat
  litre | liter
  millilitre | milliliter | ml
  centilitre | centiliter | cl
  gallon | gal
  pint
  quart
  barrel | bbl
  bushel
  cup
  tablespoon | tbsp
  teaspoon | tsp
  kilometre per hour | kilometer per hour | km/h | kph | kmh | kmph | km/hr
  mile per hour | mph | mi/h
  metre per second | meter per second | m/s
  knot
  mile per gallon | mpg
  celsius | degree celsius | degree c | degree centigrade | centigrade | celcius | deg celsius | deg c | degree celcius | °c | ° c | ° celsius
  fahrenheit | degree fahrenheit | degree f | farenheit | degree farenheit | deg fahrenheit | deg f | °f | ° f | ° fahrenheit
  kelvin | degree kelvin
  degree | ° | deg
  radian | rad
  watt
  kilowatt | kw
  megawatt | mw
  gigawatt | gw
  terawatt
  watt hour | watt-hour | wh
  kilowatt hour | kilowatt-hour | kwh
  megawatt hour | megawatt-hour | mwh
  gigawatt hour | gigawatt-hour | gwh
  terawatt hour | terawatt-hour | twh
  horsepower | hp | bhp
  joule
  kilojoule | kj
  calorie | cal
  kilocalorie | kcal
  volt
  ampere | amp
  ohm
  hertz | hz
  kilohertz | khz
  megahertz | mhz
  gigahertz | ghz
  bit
  byte
  kilobyte | kb
  megabyte | mb
  gigabyte | gb
  terabyte | tb
  petabyte | pb
  exabyte
  megabit
  gigabit
  megapixel
  pixel
  decibel | db
  pascal
  kilopascal | kpa
  millibar
  electronvolt | ev
  teraelectronvolt | tev
  gigaelectronvolt | gev
  newton
  becquerel
  sievert
  millisievert | msv
  milligray | mgy
  barrel per day | bpd
  ton per day | tpd
  fold
  part per million | ppm
  part per billion | ppb
  barrel of oil equivalent | boe
`);

/** Units of a letter or two that are units only behind digits and in this case: "11pc", but "five PCs". */
export const UNIT_LETTERS = nameTable(`
  =percent | pc
  =stone | st
  =metre | m
  =gram | g
  =litre | l | L
  =tonne | t
  =hour | h
  =second | s
  =celsius | C
  =fahrenheit | F
  =kelvin | K
  =volt | V
  =watt | W
  =inch | ″ | "
  =foot | ′
  =penny | p
  =cent | c
`);

/** Units that measure time, so that a figure with one is a duration. */
export const TIME_UNITS = wordSet(
  'year month week day hour minute second millisecond microsecond nanosecond decade century fortnight',
);

/** What a figure may be per: "$98 a share", "500,000 barrels a day", "40 per hour". */
export const PER_NOUNS = wordSet(`
  year month week day night hour minute second quarter season decade fortnight annum
  share person head capita pupil student patient passenger voter household family employee worker member customer
  barrel gallon litre liter ounce pound ton tonne kilo kilogram kg gram bushel acre hectare dozen pint
  mile kilometre kilometer km metre meter foot inch yard square
  game match goal over innings set unit piece item ticket vehicle car child inhabitant resident capita
  million thousand hundred kwh kilowatt megawatt mwh min hr sec h s ms millisecond word page
`);
